/* Reads which cases the preposition before a phrase governs, and where such a word is no preposition. */
#include "checks/government.h"

#include "checks/compounds.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

uint32_t cases_of_preposition(const struct token *token)
{
    if (slice_equal(token_lower(token), SLICE("binnen"))) /* "binnen dreier Monate" */
        return CASE_DAT | CASE_GEN;
    return has_contraction(token) ? 0 : preposition_cases(token);
}

/* "zu stürmen", "abzureißen" later in the clause. */
static bool infinitive_follows(const struct check_run *run, size_t index)
{
    for (size_t i = index + 1; same_clause(run->doc, index, i); i++)
        if (text_is(run, i, "zu") || token_is_verb_form(token_at(run, i), VERB_ZU_INFINITIVE))
            return true;
    return false;
}

/* "zu der Nation", "im Gegensatz zu dem Vater": no prefix ("macht die Tür zu"), no postposition ("auf uns zu"), no
 * adverb ("ab und zu", "bis zu"). */
static bool is_zu(const struct check_run *run, size_t index)
{
    static const char *const never_before[] = { "und", "bis", "nicht", "gar", "viel", "ganz" };

    if (!slice_equal(lower_at(run, index), SLICE("zu")) || token_at(run, index)->analysis.particle != NO_ID ||
        !same_clause(run->doc, index, index + 1) || !token_is(token_at(run, index + 1), POS_DETERMINER) ||
        text_is(run, index + 1, "sein") || slice_starts(text_at(run, index + 1), SLICE("viel")) ||
        slice_starts(text_at(run, index + 1), SLICE("wenig")) || slice_starts(text_at(run, index + 1), SLICE("nicht")))
        return false;
    /* "bis zu die endgültige Klärung", but not "bis zu eine Stunde" */
    bool until = index > 0 && slice_equal(lower_at(run, index - 1), SLICE("bis")) &&
                 slice_starts(text_at(run, index + 1), SLICE("d")) &&
                 (index == 1 || !text_is(run, index - 2, ",")); /* "die Stufe, bis zu der" */

    for (size_t i = 0; index > 0 && !until && i < sizeof(never_before) / sizeof(*never_before); i++)
        if (slice_is(lower_at(run, index - 1), never_before[i]))
            return false;
    for (size_t i = index; i > 0 && same_clause(run->doc, i - 1, index); i--)
        if (text_is(run, i - 1, "auf") || text_is(run, i - 1, "Auf"))
            return false;
    return true;
}

bool looks_like_participle(const struct check_run *run, size_t index)
{
    static const char *const endings[] = { "e", "en", "em", "er", "es" };
    struct slice word = text_at(run, index);

    if (!is_inflected_adjective(token_at(run, index)) || may_be_finite(token_at(run, index)))
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct slice stem = { word.at, word.len - strlen(endings[i]) };

        if (slice_ends(word, slice_of(endings[i])) &&
            (slice_ends(stem, SLICE("t")) || slice_ends(stem, SLICE("end")) || slice_ends(stem, SLICE("en"))))
            return true;
    }
    return false;
}

bool names_its_noun(const struct check_run *run, size_t noun)
{
    if (!same_clause(run->doc, noun, noun + 1) ||
        (same_clause(run->doc, noun, noun + 2) && is_capitalised(token_at(run, noun + 2))))
        return false;
    const struct token *name = token_at(run, noun + 1);

    if ((name->flags & (TOKEN_HYPHEN | TOKEN_QUOTED)) != 0 || !is_plain_noun(token_at(run, noun)))
        return false;
    return (name->flags & TOKEN_ALL_CAPS) != 0 ||
           (is_capitalised(name) && !token_is(name, POS_NOUN) && is_kind_of(run, noun, LIST_KINDS_OF_PLACES));
}

bool ends_phrase(const struct check_run *run, size_t noun)
{
    enum { REACH = 9 };

    if (!same_clause(run->doc, noun, noun + 1) || names_its_noun(run, noun))
        return true;
    if (is_capitalised(token_at(run, noun + 1)) && !is_genitive_name(run->doc, token_at(run, noun + 1)))
        return false;
    /* "Für [dem Stand der Technik entsprechende] Anlagen": it stands behind a noun, before its own. */
    for (size_t i = noun + 1; i <= noun + REACH && same_clause(run->doc, noun, i + 1); i++)
        if (is_capitalised(token_at(run, i - 1)) && is_capitalised(token_at(run, i + 1)) &&
            looks_like_participle(run, i))
            return false;
    return true;
}

/* "mit das Beste, was es gibt", "mit die größten Seen": among the best. */
static bool is_among_the_best(const struct check_run *run, size_t index)
{
    struct slice word = text_at(run, index + 2);

    return slice_equal(lower_at(run, index), SLICE("mit")) &&
           (slice_ends(word, SLICE("ste")) || slice_ends(word, SLICE("sten")) || slice_ends(word, SLICE("ößte")) ||
            slice_ends(word, SLICE("ößten")));
}

/* "was" stands before the token in its clause. */
static bool is_question(const struct check_run *run, size_t index)
{
    for (size_t i = index; i-- > 0 && same_clause(run->doc, i, index);)
        if (text_is(run, i, "was") || text_is(run, i, "Was"))
            return true;
    return false;
}

/* A finite verb stands before the token in its clause, so that a prefix of it may follow. */
static bool verb_before(const struct check_run *run, size_t index)
{
    for (size_t i = index; i-- > 0 && same_clause(run->doc, i, index);)
        if (may_be_finite(token_at(run, i)) && !token_is(token_at(run, i), POS_DETERMINER))
            return true;
    return false;
}

/* "aus den Werken", but not "von dort aus den Sieg". */
static bool is_out_of(const struct check_run *run, size_t index)
{
    enum { REACH = 8 };

    for (size_t from = index; from > 0 && index - from < REACH && same_clause(run->doc, from - 1, index); from--)
        if (slice_starts(lower_at(run, from - 1), SLICE("vo"))) /* von, vom */
            return false;
    return true;
}

/* "von Anfang an", "vom ersten Tag an": it ends a phrase with von, and governs nothing behind it. */
static bool closes_from(const struct check_run *run, size_t index)
{
    if (!text_is(run, index, "an") || index < 2 || !same_clause(run->doc, index - 2, index) ||
        !is_capitalised(token_at(run, index - 1)))
        return false;
    size_t from = index - 2;

    while (from > 0 && same_clause(run->doc, from - 1, index) && is_inflected_adjective(token_at(run, from)))
        from--;
    return slice_equal(lower_at(run, from), SLICE("von")) || slice_equal(lower_at(run, from), SLICE("vom"));
}

bool is_preposition_here(const struct check_run *run, size_t index)
{
    const struct token *token = &run->doc->tokens[index];

    /* "durch und durch böser Mensch" */
    if (index > 1 && text_is(run, index - 1, "und") && slice_equal(lower_at(run, index - 2), token_lower(token)))
        return false;
    if (token->analysis.particle != NO_ID || closes_from(run, index) || is_among_the_best(run, index) ||
        (in_list_lower(run, LIST_SEPARABLE_PREFIXES, index) && infinitive_follows(run, index) &&
         verb_before(run, index))) /* "trug dazu bei das Problem zu lösen" */
        return false;
    /* "um dem Leben", but not "um dem Leben zu entfliehen" */
    if (slice_equal(token_lower(token), SLICE("um")) || slice_equal(token_lower(token), SLICE("ohne")))
        return !zu_infinitive_follows(run->doc, index);
    if (text_is(run, index, "für") && is_question(run, index)) /* "was für ein Haus", "Was ist denn das für ein Haus" */
        return false;
    if (in_list_lower(run, LIST_SURE_PREPOSITIONS, index))
        return true;
    if (is_zu(run, index))
        return true;
    if ((token->flags & TOKEN_SENTENCE_START) != 0 && in_list_lower(run, LIST_OPENING_PREPOSITIONS, index))
        return true;
    if (!in_list_lower(run, LIST_LIKELY_PREPOSITIONS, index))
        return false;
    if ((token->flags & TOKEN_SENTENCE_START) != 0)
        return true;
    if (index == 0)
        return false;
    if (text_is(run, index, "aus"))
        return is_out_of(run, index);
    const struct token *before = &token[-1];

    /* "dem Bericht nach", "ihm nach": it stands behind a noun or pronoun there. "nach und nach" */
    if (text_is(run, index, "nach"))
        return before->kind != TOKEN_WORD ||
               ((before->flags & TOKEN_CAPITAL) == 0 && before->analysis.reading_count > 0 &&
                (text_is(run, index - 1, "sich") || !token_is(before, POS_PRONOUN)) &&
                !token_is(before, POS_DETERMINER) &&
                !(text_is(run, index - 1, "und") && index > 1 && slice_equal(lower_at(run, index - 2), SLICE("nach"))));
    return same_clause(run->doc, index - 1, index) && before->kind == TOKEN_WORD &&
           (before->flags & TOKEN_CAPITAL) == 0 && (token_is(before, POS_VERB) || token_is(before, POS_AUXILIARY)) &&
           !token_is(before, POS_PRONOUN) && !token_is(before, POS_PREPOSITION);
}

/* The clause ends in a finite verb: a subordinator opens it. A participle or infinitive behind another finite verb ends
 * a main clause: "Seit den Unruhen hat die Währung an Wert verloren". */
static bool ends_in_verb(const struct document *doc, size_t index)
{
    bool finite = false;

    for (size_t i = index + 1; same_clause(doc, index, i + 1) && doc->tokens[i + 1].kind != TOKEN_PUNCTUATION; i++)
        finite = finite || is_surely_finite(&doc->tokens[i]);
    while (same_clause(doc, index, index + 1) && doc->tokens[index + 1].kind != TOKEN_PUNCTUATION)
        index++;
    if (finite && (token_is_verb_form(&doc->tokens[index], VERB_PARTICIPLE2) ||
                   token_is_verb_form(&doc->tokens[index], VERB_INFINITIVE)))
        return false;
    return is_surely_finite(&doc->tokens[index]) || /* "versiegte" is no attribute at the end */
           ((doc->tokens[index].flags & TOKEN_CAPITAL) == 0 && may_be_finite(&doc->tokens[index]));
}

uint32_t governed_cases(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;

    if (phrase->first == 0 || !same_clause(doc, phrase->first - 1, phrase->first))
        return 0;
    const struct token *preposition = &doc->tokens[phrase->first - 1];
    struct slice word = token_lower(preposition);

    if (!is_preposition_here(run, phrase->first - 1) || (slice_equal(word, SLICE("wegen")) && phrase->first > 2 &&
                                                         slice_equal(lower_at(run, phrase->first - 3), SLICE("von"))))
        return 0; /* "von Rechts wegen" */
    bool main = same_clause(doc, phrase->noun, phrase->noun + 2) && is_surely_finite(&doc->tokens[phrase->noun + 1]) &&
                doc->tokens[phrase->noun + 2].kind == TOKEN_WORD;

    /* "Seit die Leute mehr verdienen", but not "Seit die Wahl wird gezählt" */
    if (slice_equal(word, SLICE("seit")) && !main && ends_in_verb(doc, phrase->noun))
        return 0;
    /* "mit ins Boot holen", "nach wie vor ein Zwerg"; "statt das Lager zu stürmen" governs nothing. */
    if (phrase->contracted || (phrase->first >= 2 && text_is(run, phrase->first - 2, "wie")) ||
        (slice_ends(word, SLICE("statt")) && infinitive_follows(run, phrase->noun)))
        return 0;
    if (slice_ends(word, SLICE("statt"))) /* "wählten den Jüngeren statt den Älteren": a conjunction too */
        return cases_of_preposition(preposition) | CASE_ACC;
    if (slice_equal(word, SLICE("um"))) /* "um des Friedens willen" */
        return text_is(run, phrase->noun + 1, "willen") ? CASE_GEN : CASE_ACC;
    return cases_of_preposition(preposition);
}

uint32_t case_asked_by(const struct check_run *run, struct slice word, struct slice preposition)
{
    struct arena *arena = run->issues->arena;
    struct slice key = arena_join(arena, arena_join(arena, word, SLICE(" ")), preposition);
    struct slice name = table_value(run, TABLE_PREPOSITION_CASES, key, 0);

    if (slice_equal(name, SLICE("Dativ")))
        return CASE_DAT;
    return slice_equal(name, SLICE("Akkusativ")) ? CASE_ACC : 0;
}
