"""What can be said about the quality of marks: findings now; agreement and adjudication belong here too."""
