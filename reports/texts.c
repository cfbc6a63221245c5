#include "texts.h"

#include <math.h>

static const char *const texts[TEXT_COUNT][LANGUAGE_COUNT] = {
    [TEXT_PASSED] = { "Bestanden", "Passed" },
    [TEXT_FAILED] = { "Nicht bestanden", "Not passed" },
    [TEXT_UNCHECKED] = { "Durchgesehen", "Reviewed" },
    [TEXT_SCORE] = { "Wert", "Score" },
    [TEXT_OUT_OF_100] = { "von 100", "of 100" },
    [TEXT_PER_1000] = { "Strafpunkte je 1.000 Wörter", "penalty points per 1,000 words" },
    [TEXT_LIMIT] = { "Grenze", "limit" },
    [TEXT_WORDS] = { "Wörter", "words" },
    [TEXT_ISSUE] = { "Anmerkung", "issue" },
    [TEXT_ISSUES] = { "Anmerkungen", "issues" },
    [TEXT_AT_OR_OVER] = { "ab Schwere", "at or over severity" },
    [TEXT_ARTICLES] = { "Artikel", "articles" },
    [TEXT_ARTICLES_PASSED] = { "bestanden", "passed" },

    [TEXT_INSTEAD] = { "besser", "better" },
    [TEXT_BETTER] = { "Besser", "Better" },
    [TEXT_DELETE] = { "streichen", "delete" },
    [TEXT_OR] = { "oder", "or" },
    [TEXT_OPENING_QUOTE] = { "„", "“" },
    [TEXT_CLOSING_QUOTE] = { "“", "”" },
    [TEXT_ENGLISH] = { "Englisch", "English" },
    [TEXT_PERCENT] = { "\u00a0%", "%" },
    [TEXT_SURE] = { "sicher", "sure" },
    [TEXT_SUPPRESSED] = { "unterdrückt", "suppressed" },
    [TEXT_NOTE] = { "Anmerkung", "Note" },
    [TEXT_TO_PASSAGE] = { "Zur Stelle im Text von Anmerkung", "To the passage of note" },

    [TEXT_REPORT] = { "Korrekturbericht", "Editor’s report" },
    [TEXT_SKIP] = { "Zum Artikel", "Skip to the article" },
    [TEXT_SUMMARY] = { "Befund", "Findings" },
    [TEXT_ALL_ARTICLES] = { "Alle Artikel", "All articles" },
    [TEXT_CONTENTS] = { "Inhalt", "Contents" },
    [TEXT_BY_SEVERITY] = { "Nach Schwere", "By severity" },
    [TEXT_BY_CATEGORY] = { "Nach Art", "By category" },
    [TEXT_OTHER_CATEGORIES] = { "Übrige", "Others" },
    [TEXT_COURSE] = { "Strafpunkte im Verlauf des Artikels", "Penalty points through the article" },
    [TEXT_COURSE_START] = { "Anfang", "beginning" },
    [TEXT_COURSE_END] = { "Ende", "end" },
    [TEXT_PASSAGES] = { "Die schwersten Stellen", "The worst passages" },
    [TEXT_SEVERITY] = { "Schwere", "Severity" },
    [TEXT_CATEGORY] = { "Art", "Category" },
    [TEXT_COUNT_OF_ISSUES] = { "Anzahl", "Count" },
    [TEXT_MARKS] = { "Zeichenerklärung", "Key to the marks" },
    [TEXT_MARK_REPLACE] = { "falsch oder unschön: ersetzen", "wrong or clumsy: replace" },
    [TEXT_MARK_DELETE] = { "gehört nicht hierher: streichen", "does not belong here: delete" },
    [TEXT_MARK_INSERT] = { "hier fehlt etwas", "something is missing here" },
    [TEXT_SAMPLE_REPLACE] = { "die Trajektorie", "die Trajektorie" },
    [TEXT_SAMPLE_DELETE] = { "Lesen Sie auch", "Lesen Sie auch" },
    [TEXT_SAMPLE_INSERT] = { "gewinnen lässt", "gewinnen lässt" },
    [TEXT_GRAVEST] = { "Die schwersten Fehler", "The gravest issues" },
    [TEXT_AND_MORE] = { "… und weitere:", "… and more:" },
    [TEXT_MADE_BY] = { "Erstellt mit Rotstift", "Made by Rotstift" },
    [TEXT_NOTHING_CHECKED] = { "Es wurde kein Artikel gelesen.", "No article was read." },

    [TEXT_SKIP_TO_TABLE] = { "Zur Tabelle der Artikel", "Skip to the table of articles" },
    [TEXT_DISTRIBUTION] = { "So verteilen sich die Werte", "How the scores are distributed" },
    [TEXT_MEDIAN] = { "Median", "Median" },
    [TEXT_HALF_BETWEEN] = { "die Hälfte zwischen", "half of them between" },
    [TEXT_AND] = { "und", "and" },
    [TEXT_LOWEST] = { "niedrigster", "lowest" },
    [TEXT_TREND] = { "Strafpunkte von Lauf zu Lauf", "Penalty run by run" },
    [TEXT_RUN] = { "Lauf (UTC)", "Run (UTC)" },
    [TEXT_COMPARISON] = { "Vergleich", "Comparison" },
    [TEXT_GROUP] = { "Herkunft", "Origin" },
    [TEXT_SPREAD] = { "Streuung der Werte", "Spread of scores" },
    [TEXT_PASSED_COUNT] = { "Bestanden", "Passed" },
    [TEXT_PENALTY] = { "Strafpunkte je 1.000", "Penalty per 1,000" },
    [TEXT_COURSE_OF_RUNS] = { "Von Lauf zu Lauf", "Run by run" },
    [TEXT_FREQUENT_CATEGORY] = { "Häufigste Art", "Most frequent category" },
    [TEXT_WORST_CATEGORY] = { "Schwerste Art", "Worst category" },
    [TEXT_RULES] = { "Die häufigsten Regeln", "The most frequent rules" },
    [TEXT_RULE] = { "Regel", "Rule" },
    [TEXT_ARTICLE] = { "Artikel", "Article" },
    [TEXT_ARTICLE_COUNT] = { "Artikel", "Articles" },
    [TEXT_WORD_COUNT] = { "Wörter", "Words" },
    [TEXT_FAILED_SIGN] = { "✗ nicht bestanden", "✗ not passed" },
    [TEXT_FIND_ARTICLE] = { "Artikel suchen", "Find articles" },
    [TEXT_ANY_VERDICT] = { "Jedes Urteil", "Any verdict" },
    [TEXT_VERDICT] = { "Urteil", "Verdict" },
    [TEXT_ANY_GROUP] = { "Jede Herkunft", "Any origin" },
    [TEXT_ROWS_OF] = { "{first}–{last} von {all}", "{first}–{last} of {all}" },
    [TEXT_NO_ARTICLE] = { "Kein Artikel passt zum Filter", "No article fits the filter" },
    [TEXT_PREVIOUS_PAGE] = { "Vorige Seite", "Previous page" },
    [TEXT_NEXT_PAGE] = { "Nächste Seite", "Next page" },

    [TEXT_FILTER] = { "Anmerkungen filtern", "Filter issues" },
    [TEXT_ALL_CATEGORIES] = { "Alle Arten", "All categories" },
    [TEXT_CHECK] = { "Prüfung", "Check" },
    [TEXT_ALL_CHECKS] = { "Alle Prüfungen", "All checks" },
    [TEXT_CONFIDENCE] = { "Sicherheit", "Confidence" },
    [TEXT_ANY_CONFIDENCE] = { "Jede Sicherheit", "Any confidence" },
    [TEXT_AT_LEAST] = { "ab", "at least" },
    [TEXT_STATE] = { "Stand", "State" },
    [TEXT_ANY_STATE] = { "Jeder Stand", "Any state" },
    [TEXT_COUNTED] = { "Ohne unterdrückte", "Not suppressed" },
    [TEXT_OPEN] = { "offen", "open" },
    [TEXT_ACCEPTED] = { "angenommen", "accepted" },
    [TEXT_DISMISSED] = { "verworfen", "dismissed" },
    [TEXT_SEARCH] = { "Suchen", "Search" },
    [TEXT_SHOWN_OF] = { "{shown} von {all}", "{shown} of {all}" },
    [TEXT_DECIDED] = { "{accepted} angenommen, {dismissed} verworfen", "{accepted} accepted, {dismissed} dismissed" },
    [TEXT_NOTHING_SHOWN] = { "Keine Anmerkung passt zum Filter", "No issue fits the filter" },
    [TEXT_ACCEPT_SHOWN] = { "Gezeigte annehmen", "Accept those shown" },
    [TEXT_DOWNLOAD] = { "Text speichern", "Save the text" },
    [TEXT_DOWNLOAD_NAME] = { "berichtigt", "corrected" },
    [TEXT_EXPORT] = { "Entscheidungen speichern", "Save the decisions" },
    [TEXT_PREVIOUS] = { "Vorige Anmerkung", "Previous issue" },
    [TEXT_NEXT] = { "Nächste Anmerkung", "Next issue" },

    [TEXT_ACCEPT] = { "Vorschlag annehmen", "Accept the suggestion" },
    [TEXT_DISMISS] = { "Anmerkung verwerfen", "Dismiss the issue" },
    [TEXT_UNDO] = { "Zurücknehmen", "Undo" },
    [TEXT_COPY] = { "Berichtigten Satz kopieren", "Copy the corrected sentence" },
    [TEXT_COPIED] = { "Satz kopiert", "Sentence copied" },
    [TEXT_LINK] = { "Link zur Anmerkung kopieren", "Copy a link to the issue" },
    [TEXT_LINK_COPIED] = { "Link kopiert", "Link copied" },
    [TEXT_DISMISS_TITLE] = { "Anmerkung {number} verwerfen", "Dismiss issue {number}" },
    [TEXT_REASON] = { "Warum?", "Why?" },
    [TEXT_REASON_NO_ERROR] = { "Das ist kein Fehler", "This is no error" },
    [TEXT_REASON_HOUSE] = { "Bei uns schreibt man so", "House style" },
    [TEXT_REASON_QUOTATION] = { "Zitat oder Name", "Quotation or name" },
    [TEXT_REASON_OTHER] = { "Anderer Grund", "Another reason" },
    [TEXT_REASON_WORDS] = { "In eigenen Worten", "In your own words" },
    [TEXT_CANCEL] = { "Abbrechen", "Cancel" },

    [TEXT_KEYS] = { "Tastenkürzel", "Keyboard shortcuts" },
    [TEXT_KEYS_ON] = { "Tastenkürzel eingeschaltet", "Shortcuts switched on" },
    [TEXT_KEY_FILTER] = { "Zum Filter", "Go to the filter" },
    [TEXT_KEY_SEARCH] = { "Zur Suche", "Go to the search" },
    [TEXT_KEY_HELP] = { "Diese Hilfe", "This help" },
    [TEXT_KEY_CLOSE] = { "Hilfe schließen", "Close this help" },
    [TEXT_CLOSE] = { "Schließen", "Close" },
};

static const char *const severity_texts[SEVERITY_COUNT][LANGUAGE_COUNT] = {
    [SEVERITY_NEUTRAL] = { "Hinweis", "neutral" },
    [SEVERITY_MINOR] = { "leicht", "minor" },
    [SEVERITY_MAJOR] = { "schwer", "major" },
    [SEVERITY_CRITICAL] = { "kritisch", "critical" },
};

static const char *const suppression_texts[SUPPRESSION_COUNT][LANGUAGE_COUNT] = {
    [SUPPRESSION_BASELINE] = { "bekannt", "baseline" },
    [SUPPRESSION_COMMENT] = { "Kommentar", "comment" },
    [SUPPRESSION_CONFIGURATION] = { "Einstellung", "configuration" },
};

static const struct {
    const char *category;
    const char *texts[LANGUAGE_COUNT];
} category_texts[] = {
    { "accuracy/mistranslation", { "Übersetzungsfehler", "Mistranslation" } },
    { "accuracy/omission", { "Auslassung", "Omission" } },
    { "accuracy/addition", { "Hinzufügung", "Addition" } },
    { "accuracy/untranslated", { "Nicht übersetzt", "Untranslated" } },
    { "accuracy/do-not-translate", { "Name übersetzt", "Should not be translated" } },
    { "terminology/inconsistent", { "Uneinheitliche Benennung", "Inconsistent term" } },
    { "terminology/wrong-term", { "Falsche Benennung", "Wrong term" } },
    { "linguistic/grammar", { "Grammatik", "Grammar" } },
    { "linguistic/spelling", { "Rechtschreibung", "Spelling" } },
    { "linguistic/punctuation", { "Zeichensetzung", "Punctuation" } },
    { "style/awkward", { "Ungelenker Stil", "Awkward style" } },
    { "style/register", { "Tonlage", "Register" } },
    { "locale/number-format", { "Zahlenformat", "Number format" } },
    { "locale/date-format", { "Datumsformat", "Date format" } },
    { "locale/currency-format", { "Währungsformat", "Currency format" } },
    { "locale/measurement-format", { "Maßeinheit", "Measurement format" } },
    { "locale/vocabulary", { "Regionaler Wortschatz", "Regional vocabulary" } },
    { "locale/typography", { "Typografie", "Typography" } },
    { "markup/residue", { "Fremder Textrest", "Residue" } },
    { "markup/prompt-leak", { "Prompt im Text", "Leaked prompt" } },
};

static const struct {
    char thousands, decimal;
} figure_marks[LANGUAGE_COUNT] = { [LANGUAGE_DE] = { '.', ',' }, [LANGUAGE_EN] = { ',', '.' } };

const char *text_in(enum language language, enum text text)
{
    return texts[text][language];
}

const char *severity_text(enum language language, enum severity severity)
{
    return severity_texts[severity][language];
}

const char *suppression_text(enum language language, enum suppression suppression)
{
    return suppression_texts[suppression][language];
}

struct slice category_text(enum language language, struct slice category)
{
    for (size_t i = 0; i < sizeof category_texts / sizeof *category_texts; i++)
        if (slice_equal(category, slice_of(category_texts[i].category)))
            return slice_of(category_texts[i].texts[language]);
    return category;
}

static void print_grouped(FILE *out, unsigned long long whole, char mark)
{
    if (whole < 1000) {
        fprintf(out, "%llu", whole);
        return;
    }
    print_grouped(out, whole / 1000, mark);
    fprintf(out, "%c%03llu", mark, whole % 1000);
}

void print_figure(FILE *out, enum language language, double figure, int decimals)
{
    unsigned long long unit = 1, scaled;

    for (int i = 0; i < decimals; i++)
        unit *= 10;
    scaled = (unsigned long long)llround(figure * (double)unit);
    print_grouped(out, scaled / unit, figure_marks[language].thousands);
    if (decimals > 0)
        fprintf(out, "%c%0*llu", figure_marks[language].decimal, decimals, scaled % unit);
}

void print_issue_count(FILE *out, enum language language, size_t count)
{
    print_figure(out, language, (double)count, 0);
    fprintf(out, " %s", text_in(language, count == 1 ? TEXT_ISSUE : TEXT_ISSUES));
}

bool shorten(struct slice *text, size_t most)
{
    const char *space;

    if (text->len <= most)
        return false;
    text->len = most;
    space = memrchr(text->at, ' ', text->len);
    if (space != NULL)
        text->len = (size_t)(space - text->at);
    while (text->len > 0 && (text->at[text->len] & 0xc0) == 0x80)
        text->len--;
    return true;
}
