#include "text/addresses.h"

#include "text/unicode.h"

#define MAX_NAME 256
#define MAX_URL 2048

/* How a domain or a file name ends when it stands without "https://". Endings that are German or English words (am, so,
 * is, it) are left out: a full stop without a space after it is likelier. */
static const char *const endings[] = {
    "com", "org", "net",  "de",   "at",  "ch",  "eu",  "uk",  "fr",   "nl",  "pl",   "info", "io",  "ai",  "tv",
    "gov", "edu", "mil",  "biz",  "app", "dev", "co",  "pdf", "doc",  "xls", "docx", "xlsx", "ppt", "txt", "csv",
    "xml", "htm", "html", "php",  "js",  "py",  "jpg", "png", "jpeg", "gif", "svg",  "mp3",  "mp4", "zip", "exe",
    "apk", "md",  "json", "pptx", "css", "ru",  "cn",  "jp",  "tar",  "gz",  "epub", "wav",  "avi", "mov", "news",
};

static bool is_ending(struct slice label)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_is(label, endings[i]))
            return true;
    return false;
}

static bool is_name_character(int32_t c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return true;
    return c == '_' || c == '-' || is_digit(c) || is_letter(c);
}

static bool is_letter_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Bytes of the row of letters, digits, "_" and "-" at the start of the text. */
static size_t name_length(struct slice text)
{
    size_t at = 0;

    while (at < MAX_NAME) {
        int32_t c;
        size_t length;

        while (at < MAX_NAME && at < text.len && is_letter_byte(text.at[at]))
            at++;
        length = at < MAX_NAME ? read_code_point(slice_from(text, at), &c) : 0;

        if (length == 0 || !is_name_character(c))
            break;
        at += length;
    }
    return at;
}

/* True where a URL stops for sure. A comma or full stop may stand inside, a quotation mark not. */
static bool ends_url(int32_t c)
{
    return c < 0 || is_space(c) || c == '"' || c == '<' || c == '>' || c == '|' || c == '`' || c == 0xab || c == 0xbb ||
           (c >= 0x2018 && c <= 0x201f) || c == 0x2026 || c == 0x2039 || c == 0x203a;
}

/* A full stop at the end is the sentence's; a bracket is the URL's only when it was opened in it. */
static size_t without_trailing_marks(struct slice url)
{
    bool bracket = memchr(url.at, '(', url.len) != NULL;

    while (url.len > 0 && strchr(bracket ? ".,;:!?'" : ".,;:!?')]}", url.at[url.len - 1]) != NULL)
        url.len--;
    return url.len;
}

/* Bytes of a URL of which the first start bytes are known. */
static size_t url_length(struct slice text, size_t start)
{
    size_t at = start;

    while (at < MAX_URL && at < text.len) {
        int32_t c;
        size_t length = read_code_point(slice_from(text, at), &c);

        if (ends_url(c))
            break;
        at += length;
    }
    return without_trailing_marks((struct slice){ text.at, at });
}

/* Bytes of "https://" or "www." at the start; 0 when the text starts with neither or nothing follows. */
static size_t scheme_length(struct slice text)
{
    size_t letters = 0;
    int32_t c;

    if (slice_starts(text, SLICE("www."))) {
        read_code_point(slice_from(text, 4), &c);
        return is_name_character(c) ? 4 : 0;
    }
    while (letters < 12 && letters < text.len && is_lower(text.at[letters]))
        letters++;
    if (letters < 2 || text.len < letters + 4 || memcmp(text.at + letters, "://", 3) != 0)
        return 0;
    return letters + 3;
}

/* Bytes of "example.com", "news.bbc.co.uk/sport" or "bericht.pdf" at the start. */
static size_t domain_length(struct slice text)
{
    size_t at = name_length(text), end = 0;

    while (at > 0 && at < MAX_NAME && at + 1 < text.len && text.at[at] == '.') {
        struct slice label = slice_from(text, at + 1);
        size_t length = name_length(label), letters = 0;

        while (letters < length && is_lower(label.at[letters]))
            letters++;
        /* "Booking.com-Chef": the address ends before the hyphen. */
        if ((letters == length || label.at[letters] == '-') && is_ending((struct slice){ label.at, letters }))
            end = at + 1 + letters;
        if (length == 0)
            break;
        at += 1 + length;
    }
    return end > 0 && end < text.len && text.at[end] == '/' ? url_length(text, end) : end;
}

/* Bytes of "name@example.com" at the start. */
static size_t mail_length(struct slice text)
{
    size_t at = 0, domain;

    while (at < MAX_NAME && at < text.len && text.at[at] != '@') {
        int32_t c;
        size_t length = read_code_point(slice_from(text, at), &c);

        if (!is_name_character(c) && c != '.' && c != '+' && c != '%')
            return 0;
        at += length;
    }
    if (at == 0 || at >= text.len || text.at[at] != '@')
        return 0;
    domain = ++at;
    while (at < text.len && at < 2 * MAX_NAME) {
        size_t length = name_length(slice_from(text, at));

        if (length == 0)
            break;
        at += length;
        if (at >= text.len || text.at[at] != '.' || name_length(slice_from(text, at + 1)) == 0)
            break;
        at++;
    }
    return memchr(text.at + domain, '.', at - domain) == NULL ? 0 : at;
}

/* Bytes of "@name" or "#tag". "#1" is a number. */
static size_t tag_length(struct slice text)
{
    int32_t c;

    read_code_point(slice_from(text, 1), &c);
    if (!is_letter(c) && c != '_' && !(*text.at == '@' && is_digit(c)))
        return 0;
    return 1 + name_length(slice_from(text, 1));
}

bool may_hold_address(struct slice text)
{
    const char *at = text.at, *end = text.at + text.len;

    if (memchr(at, '@', text.len) != NULL || memchr(at, '#', text.len) != NULL ||
        memmem(at, text.len, "://", 3) != NULL)
        return true;
    while ((at = memchr(at, '.', (size_t)(end - at))) != NULL)
        if (++at < end && is_letter_byte(*at)) /* all endings are letters of ASCII */
            return true;
    return false;
}

size_t address_length(struct slice text)
{
    size_t length;

    if (text.len < 2)
        return 0;
    if (*text.at == '@' || *text.at == '#')
        return tag_length(text);
    length = name_length(text);
    if (length == 0 || length >= text.len || strchr("@.:+%", text.at[length]) == NULL)
        return 0; /* a word as nearly all are */
    length = scheme_length(text);
    if (length > 0)
        return url_length(text, length);
    length = mail_length(text);
    return length > 0 ? length : domain_length(text);
}
