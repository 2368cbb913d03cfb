"""Web pages and feeds: deep, huge, false, unclosed, full of what a browser would run."""
from tests.hostile.case import FIRST, PARTIAL, REJECTED, STORED, TITLE, Case, told

_REPLY = ("Le ministère tunisien a rejeté ces accusations, rappelé que la zone est surveillée par ses vedettes, et demandé que Rome "
          "retire ses navires avant la fin du mois.")
_STUB = "Il vous reste 84,5 % de cet article à lire. La suite est réservée aux abonnés."


def page(number: int, head: str = "", before: str = "", after: str = "", charset: str = "utf-8") -> bytes:
    """A page with an article of its own."""
    paragraphs = "".join(f"<p>{line}</p>" for line in told(number).split("\n")[2:] if line)
    return (f'<!doctype html><html lang="fr"><head><meta charset="{charset}"><title>{TITLE}, affaire numéro {number}</title>{head}</head>'
            f"<body>{before}<article><h1>{TITLE}, affaire numéro {number}</h1>{paragraphs}</article>{after}</body></html>").encode()


def _made(number: int, **parts: str):
    return lambda: page(number, **parts)


def feed(body: str, declared: str = "") -> bytes:
    return f'<?xml version="1.0"?>{declared}<rss version="2.0"><channel><title>Essai</title>{body}</channel></rss>'.encode()


def _item(number: int) -> str:
    return f"<item><title>{TITLE}</title><description>{told(number)}</description></item>"


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return feed("<item><title>&l9;</title></item>", f'<!DOCTYPE rss [<!ENTITY l0 "rire">{entities}]>')


def _export(number: int) -> bytes:
    """An export of Europresse with a second document that lies too deep."""
    document = ('<article><span class="DocPublicationName">Essai</span><div class="titreArticle">Titre {n}</div>'
                '<div class="docOcurrContainer">{body}</div></article>')
    deep = "<div>" * 270 + f"<p>{FIRST}</p>" + "</div>" * 270
    return "".join(document.format(n=n, body=body) for n, body in ((number, f"<p>{FIRST} {number}</p>"), (2, deep))).encode()


CASES = [
    Case("profond-260.html", _made(101, after="<div>" * 260 + "fin" + "</div>" * 260), PARTIAL, "nested more than 250 deep"),
    Case("profond-100000.html", lambda: b"<html><body>" + b"<div>" * 100_000 + FIRST.encode(), REJECTED, "nested more than 250 deep"),
    Case("noeud-de-11-mo.html", _made(102, before="<pre>" + "Rome. " * 1_900_000 + "</pre>"), REJECTED, "longer than 4,000,000 characters"),
    Case("page-de-23-mo.html", _made(103, after="<p>Rome et Tunis.</p>" * 1_100_000), REJECTED, "longer than 4,000,000 characters"),
    Case("charset-faux.html", _made(104, charset="iso-2022-jp"), STORED),
    Case("charset-faux-cp1252.html", lambda: page(105, charset="utf-8").decode().encode("cp1252"), STORED),
    Case("jamais-ferme.html", lambda: page(106).replace(b"</p>", b"").replace(b"</article>", b"").replace(b"</body></html>", b"<div><b><i"), STORED),
    Case("script-au-titre.html", lambda: page(107).replace(b"<title>", b"<title><script>alert(1)</script>"), STORED),
    Case("srcdoc.html", _made(108, after='<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>'), STORED),
    Case("renvoi.html", _made(109, head='<meta http-equiv="refresh" content="0;url=https://a.example/">'), STORED),
    Case("base.html", _made(110, head='<base href="javascript:alert(1)//">'), STORED),
    Case("image-distante.html", _made(111, before='<img src="https://a.example/pixel.gif" onerror="alert(1)">'), STORED),
    Case("image-markdown.html", lambda: page(112).replace(b"</h1>", b"</h1><p>![x](https://a.example/p.png)</p>"), STORED),
    Case("lien-javascript.html", _made(113, head='<link rel="canonical" href="javascript:alert(1)">'), STORED),
    Case("mur.html", lambda: f"<html><body><h1>{TITLE}</h1><p>Abonnez-vous.</p></body></html>".encode(), REJECTED, "no article was found"),
    Case("debut-seul.html", lambda: page(114).replace(b"</article>", f"<p>{_STUB}</p></article>".encode()), PARTIAL, "the beginning of the article alone"),
    Case("deux-articles.html", _made(115, after=f"<article><h2>Tunis répond</h2><p>{_REPLY}</p><p>{_REPLY}</p></article>"), PARTIAL,
         "1 more articles stand on the page"),
    Case("vide.html", lambda: b"", REJECTED, "the file is empty"),
    Case("menu.html", lambda: b"<html><body><nav>Accueil</nav></body></html>", REJECTED, "no article was found"),
    Case("compressee.html", lambda: b"\x1f\x8b\x08\0" + bytes(range(256)) * 4, REJECTED, "binary data"),
    Case("europresse-profond.html", lambda: _export(116), PARTIAL, "nested"),
    Case("entites-externes.xml", lambda: feed("<item><title>&x;</title></item>", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
         REJECTED, "entities of its own"),
    Case("rires.rss", _laughs, REJECTED, "no well-formed XML (Maximum entity amplification"),
    Case("flux-coupe.rss", lambda: feed(_item(117))[:-30], REJECTED, "no well-formed XML"),
    Case("flux-hostile.rss", lambda: feed(f"{_item(118)}<item><title>=1+1</title><description>&lt;script&gt;alert(1)&lt;/script&gt;</description></item>"),
         PARTIAL, "no text in it"),
    Case("flux-profond.xml", lambda: feed("<a>" * 300 + "</a>" * 300), REJECTED, "no well-formed XML"),
]
