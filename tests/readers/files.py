"""Files of every format that is read, made in memory. All articles, papers and people in them are invented; the layouts
of Europresse, Factiva and Nexis follow what parsers of their exports look for, not a real export."""
import io
import json
import zipfile

TITLE = "Rome convoque l'ambassadeur de Tunisie"
FIRST = "L'Italie a convoqué mercredi l'ambassadeur de Tunisie après l'arrestation de deux pêcheurs au large de Lampedusa."
SECOND = "« Nous attendons des explications », a déclaré le ministre italien des Affaires étrangères, sans donner plus de détails."
BODY = [FIRST, SECOND]

PAGE = f"""<!doctype html><html lang="fr"><head><meta charset="iso-8859-1"><title>{TITLE} - Le Courrier d'essai</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Le Courrier d'essai">
<meta property="article:published_time" content="2024-09-11T08:12:00+02:00"><link rel="canonical" href="https://courrier.example/rome">
<script>document.title = "volé"</script></head><body><nav><a href="/">Accueil</a></nav><article><h1>{TITLE}</h1>
<p>{FIRST}</p><p>{SECOND}</p></article><footer>Tous droits réservés</footer></body></html>"""

EUROPRESSE = f"""<html><body><article><span class="DocPublicationName">Le Courrier d'essai, no. 812</span>
<span class="DocHeader">Monde, mercredi 11 septembre 2024, p. 4</span>
<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">{TITLE}</p></div>
<div class="docOcurrContainer"><p>L'Italie a <mark>convoqué</mark> mercredi{FIRST.partition('mercredi')[2]}</p><p>{SECOND}</p></div></article>
<article><span class="DocPublicationName">Agence témoin (site web)</span><span class="DocHeader">September 12, 2024</span>
<div class="titreArticle">Tunis répond à Rome</div><div class="DocText"><p>La Tunisie a rejeté jeudi ces accusations.</p></div></article>
<article><span class="DocPublicationName">Vide</span><div class="titreArticle">Rien</div></article></body></html>"""

FACTIVA = f"""<html><body><div class="article frArticle"><table><tr><td><b>HD</b></td><td><b>{TITLE}</b></td></tr>
<tr><td><b>WC</b></td><td>120 mots</td></tr><tr><td><b>PD</b></td><td>11 septembre 2024</td></tr>
<tr><td><b>SN</b></td><td>Le Courrier d'essai</td></tr><tr><td><b>LA</b></td><td>Français</td></tr>
<tr><td><b>LP</b></td><td><p>{FIRST}</p></td></tr><tr><td><b>TD</b></td><td><p>{SECOND}</p></td></tr>
<tr><td><b>AN</b></td><td>Document COURES0020240911</td></tr></table></div></body></html>"""

RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Le Courrier d'essai</title>
<item><title>{TITLE}</title><link>https://courrier.example/rome</link><pubDate>Wed, 11 Sep 2024 08:12:00 +0200</pubDate>
<description>&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</description></item><item><title>Vide</title></item></channel></rss>"""

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Le Courrier d'essai</title><entry><title>{TITLE}</title>
<link href="https://courrier.example/rome"/><updated>2024-09-11T08:12:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>{SECOND}</p></div></content></entry></feed>"""

MARKDOWN = f"""---
date: 2024-09-11
source: "Le Courrier d'essai"
url: https://courrier.example/rome
---
# {TITLE}

L'Italie a **convoqué** [mercredi](https://a.example/x) {FIRST.partition('mercredi ')[2]}
![](http://a.example/pixel.png)

> {SECOND}
"""

RECORD = {"Titre": TITLE, "Contenu": f"{FIRST}\n\n{SECOND}", "Date de publication": "11/09/2024", "Journal": "Le Courrier d'essai",
          "Lien": "https://courrier.example/rome"}
JSON = json.dumps({"articles": [RECORD, "rien"]})
JSON_LINES = json.dumps(RECORD) + "\n{\n"


def csv_file(separator: str) -> str:
    cells = [f'"{cell}"' for cell in RECORD.values()]
    return separator.join(RECORD) + "\n" + separator.join(cells) + f"\nNA{separator}007\n"


def docx(paragraphs: list[tuple[str, str]], extra: str = "") -> bytes:
    """A Word document of (style, text) paragraphs."""
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>' for style, text in paragraphs)
    return zip_of({"[Content_Types].xml": "<Types/>", "word/document.xml": (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' + body + extra
        + "</w:body></w:document>")})


def nexis() -> bytes:
    lines = [TITLE, "Le Courrier d'essai", "11 septembre 2024 mercredi", "Copyright 2024 Le Courrier", "Section: MONDE", "Length: 120 words",
             "Body", *BODY, "Classification", "Language: FRENCH", "End of Document",
             "Tunis répond", "Agence témoin", "12 septembre 2024", "Body", "La Tunisie a rejeté ces accusations.", "End of Document"]
    return docx([("Normal", line) for line in lines])


def xlsx() -> bytes:
    from openpyxl import Workbook

    book, buffer = Workbook(), io.BytesIO()
    book.active.append(list(RECORD))
    book.active.append(list(RECORD.values()))
    book.save(buffer)
    return buffer.getvalue()


def pdf(lines: list[str], pages: int = 1) -> bytes:
    """A PDF with a text layer, each page with the same lines."""
    shown = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines).encode("cp1252")
    stream = b"BT /F1 11 Tf 14 TL 50 780 Td " + shown + b" ET"
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for page in range(pages):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * page} 0 R "
                       f"/Resources << /Font << /F1 3 0 R >> >> >>".encode())
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
                  f"startxref\n{len(out)}\n%%EOF").encode()


def zip_of(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
