"""What an extrinsic costs, and who pays it to whom.

payment     withdrawn before the call, corrected after it, given to the author
formula     from weight and length to rao
"""
