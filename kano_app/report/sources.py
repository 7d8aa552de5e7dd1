"""What the methods go back to."""

SOURCES = (
    "Kano, N. et al. (1984): Attractive quality and must-be quality. Hinshitsu 14 (2).",
    "Berger, C. et al. (1993): Kano’s methods for understanding customer-defined quality. CQM Journal 2 (4).",
    "Fong, D. (1996): Using the self-stated importance questionnaire to interpret Kano results. CQM Journal 5 (3).",
    "Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference. JASA 22.",
    "Newcombe, R. G. (1998): Interval estimation for the difference between proportions. Stat. in Medicine 17 (8).",
    "Holm, S. (1979): A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6.",
    "Yang, C.-C. (2005): The refined Kano’s model and its application. Total Quality Management 16 (10).",
    "Lee, M. C.; Newcomb, J. F. (1997): Applying the Kano methodology. Quality Management Journal 4 (3).",
)
