"""The fee of an extrinsic, its payer and its receiver.

payment     withdrawn before the call, corrected after it, paid to the author
formula     weight and length to rao
"""
