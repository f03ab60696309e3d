"""When content is public: its states, and the steps of the SOP that it must have gone through."""
