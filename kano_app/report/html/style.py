"""How the page looks, on a screen by day and by night, on a phone and on paper."""

from kano_app.domain.branding import FEWEST_CONTRAST, contrast

_ACCENT = "#1D4E89"
"""Unless a branding has another; the report on paper has the same."""
_NIGHT = "#12171E"
_STEPS = 50


def style_of(accent: str = "") -> str:
    """Return the style of a page with its accent, by night in a lighter shade that can be read on dark."""
    own = accent or _ACCENT
    by_night = f"@media screen and (prefers-color-scheme:dark){{:root{{--accent:{_lighter(own)}}}}}"
    return f"{_STYLE}\n:root{{--accent:{own}}}\n{by_night}"


def _lighter(colour: str) -> str:
    """Return the darkest mixture of a colour with white that can be read by night."""
    channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    for step in range(_STEPS):
        mixed = "#" + "".join(f"{round(one + (255 - one) * step / _STEPS):02X}" for one in channels)
        if contrast(_NIGHT) / contrast(mixed) >= FEWEST_CONTRAST:
            return mixed
    return "#FFFFFF"


_STYLE = """
:root{color-scheme:light dark;--ink:#1b2430;--muted:#4b5563;--line:#d5dae1;--ground:#fff;--panel:#f4f6f8;--link:#0b5394}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8ecf1;--muted:#b4bcc8;--line:#3a4453;--ground:#12171e;
--panel:#1b222c;--link:#8ec7ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 "Noto Sans","Segoe UI",system-ui,-apple-system,
"PingFang SC","PingFang TC","Microsoft YaHei","Microsoft JhengHei",sans-serif;overflow-wrap:anywhere}
header,main,footer,nav{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
header::before{content:"";display:block;width:2.25rem;height:4px;margin-bottom:1.25rem;background:var(--accent)}
h1,h2{color:var(--accent)}
h1{font-size:2rem;line-height:1.25;margin:0}
h2{font-size:1.4rem;line-height:1.3;margin:3rem 0 .75rem;padding-top:1rem;border-top:2px solid var(--line)}
h3{font-size:1.12rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:0}
p{margin:.5rem 0;max-width:48rem}
a{color:var(--link)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.under,.note,figcaption,footer,.tags{color:var(--muted)}
.note,figcaption,footer{font-size:.9rem}
.lead{font-size:1.12rem}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem 1rem;z-index:1}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
nav ol{columns:18rem 2;padding-left:2.25rem}
nav li{break-inside:avoid}
main ol,main ul{padding-left:2.25rem}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line)}
td,th{min-width:2.5rem;overflow-wrap:break-word}
th[scope=row]{font-weight:500;min-width:9rem;overflow-wrap:anywhere}
.long{min-width:15rem;overflow-wrap:anywhere}
.whole{white-space:nowrap}
.number{text-align:right;white-space:nowrap}
.mark{margin-right:.35em;vertical-align:-.1em}
figure{margin:1.25rem 0}
.chart{background:#fff;border:1px solid var(--line);border-radius:6px;padding:.75rem;overflow-x:auto}
.chart svg{display:block;width:100%;min-width:34rem;height:auto}
main ul.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.lanes{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1.25rem}
.lane{min-width:0}
main .cards{list-style:none;padding:0;margin:.5rem 0}
.card{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.75rem;margin-bottom:.75rem}
.card p{font-size:.92rem}
main .tags{list-style:none;padding:0;margin:.35rem 0 0 -1em;font-size:.85rem;display:flex;flex-wrap:wrap;
clip-path:inset(0 0 0 1em)}
.tags li{position:relative;padding-left:1em}
.tags li::before{content:"·" / "";position:absolute;left:.4em}
main ul.brief{list-style:none;padding:0}
.card .facts{font-size:.92rem;margin:.5rem 0}
.name{font-weight:600}
.logo{display:block;max-height:4rem;max-width:16rem;margin-bottom:1.5rem;background:#fff;padding:.25rem}
dl.facts{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.35rem 1.25rem}
dl.facts dd{margin:0}
dt{font-weight:600}
dl.entries dd{margin:0 0 .5rem}
.figures{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:1.5rem 0}
.figures div{display:flex;flex-direction:column-reverse}
.figures dt{font-weight:400;color:var(--muted);font-size:.9rem}
.figures dd{margin:0;font-size:1.75rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums}
.kind{color:var(--muted);margin:0 0 .25rem}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem;padding-bottom:3rem}
@media screen and (max-width:40rem){header,main,footer,nav{padding-left:1rem;padding-right:1rem}
header{padding-top:1.5rem}
h1{font-size:1.6rem}h2{margin-top:2rem}
dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.6rem}
nav ol{columns:auto}.lanes{grid-template-columns:1fr}.figures{gap:1rem 1.75rem}.card{padding:.7rem}}
@media print{:root{--ink:#000;--muted:#333;--line:#bbb;--ground:#fff;--panel:#fff}
body{font-size:10pt}nav,.skip{display:none}h2,h3,h4{break-after:avoid}tr,figure,.card{break-inside:avoid}
thead{display:table-header-group}.scroll,.chart{overflow:visible}header,main,footer{max-width:none;padding:0}}
""".strip()
