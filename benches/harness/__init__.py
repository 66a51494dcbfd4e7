"""What compare.py is made of: processes, contenders, the preview server, the report."""
