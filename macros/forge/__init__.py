"""What GitHub, GitLab and Forgejo show of the portal's rules: forms for proposals, who approves, where mistakes are."""
