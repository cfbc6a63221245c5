/* Nouns that must be one word because of what stands before them: the article, adjective or number there agrees with
 * the last of them alone ("mehrere Trump Anhänger", "ein neues Batterie Werk", "drei Corona Leugner"), or nothing
 * stands there and the lexicon has them as one ("als Kranken Schwester"). */
#include "checks/split_nouns.h"

#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/leads.h"
#include "checks/paradigms.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

enum { MAX_FIRST_WORDS = 3 };

static bool is_sure_noun(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_NAME ||
            (token->analysis.readings[i].features & FEATURE_GUESSED) != 0)
            return false;
    return token_is(token, POS_NOUN) && (token->flags & TOKEN_ALL_CAPS) == 0;
}

/* "U-21", "F-16", "G-20": letters, a hyphen and figures. What stands before such a name has no ending of its own. */
static bool is_model(const struct token *token, struct slice text)
{
    const char *hyphen = memchr(text.at, '-', text.len);
    size_t letters = hyphen == NULL ? 0 : (size_t)(hyphen - text.at);

    return (token->flags & (TOKEN_HYPHEN | TOKEN_DIGIT)) == (TOKEN_HYPHEN | TOKEN_DIGIT) && letters > 0 &&
           letters + 1 < text.len && digits_at(text, letters + 1) == text.len - letters - 1;
}

/* True when the first word can be the noun of the lead. A name or foreign word is taken for a singular of any gender;
 * without an article an adjective stands before no name of a person or firm but in the feminine, and that is rare. */
static bool fits_first(const struct check_run *run, const struct lead *lead, size_t first)
{
    struct token noun = *token_at(run, first);
    struct reading any = { .lemma = NO_ID,
                           .features = (uint32_t)POS_NOUN | NUMBER_SG | (CASE_ANY & ~(uint32_t)CASE_GEN) };

    if (in_list(run, LIST_PLURAL_NAMES, first) && text_is(run, lead->first, "den")) /* "in den USA Asyl beantragt" */
        return true;
    if (may_be_loan_plural(run, &noun) || in_list(run, LIST_MEASURES, first)) /* "den Clients Zugang geben" */
        return true;
    if (token_is(&noun, POS_NOUN) && (lead_cases(run, lead, first, &noun) & cases_by_preposition(run, lead)) != 0)
        return true;
    if (!is_sure_noun(&noun)) {
        if (lead->determiner &&
            (in_list(run, LIST_PLURAL_QUANTIFIERS, lead->first) ||
             (token_is(&noun, POS_NAME) && !token_is(&noun, POS_NOUN) && is_indefinite(text_at(run, lead->first)))))
            return false;
        any.features |= lead->determiner ? GENDER_ANY : GENDER_M | GENDER_N;
        read_as(&noun.analysis, &any, 1);
    }
    return (lead_cases(run, lead, first, &noun) & cases_by_preposition(run, lead)) != 0;
}

bool is_measure_word(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_MEASURES, i) || in_list(run, LIST_SPANS_OF_TIME, i) || in_list(run, LIST_QUANTITIES, i) ||
           in_list(run, LIST_APPOSITIONS, i) ||
           lemma_in_list(&run->context->lexicon, LIST_CONTAINERS, token_at(run, i)); /* "zwei Bund Radieschen" */
}

bool is_genitive_of_des(const struct check_run *run, size_t i)
{
    return slice_ends(text_at(run, i), SLICE("es")) && i > 0 && same_clause(run->doc, i - 1, i) &&
           slice_equal(lower_at(run, i - 1), SLICE("des"));
}

/* "Offenbachs Operetten", "Gottes Sohn": a genitive that stands first. */
static bool is_genitive(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    struct slice text = token_text(run->doc, token);

    if (!slice_ends(text, SLICE("s")) || (token->flags & TOKEN_ALL_CAPS) != 0)
        return false;
    if (is_genitive_of_des(run, i))
        return true;
    if (!is_sure_noun(token))
        return !is_linked_form(run, token);
    for (uint16_t r = 0; r < token->analysis.reading_count; r++)
        if ((token->analysis.readings[r].features & CASE_NOM) != 0)
            return false;
    return true;
}

/* "die Bad Homburgerin", "Bad Nauheimer": who lives in a spa. */
static bool is_spa_of(const struct check_run *run, size_t i)
{
    struct slice next = same_clause(run->doc, i, i + 1) ? text_at(run, i + 1) : (struct slice){ 0 };

    return text_is(run, i, "Bad") &&
           (slice_ends(next, SLICE("erin")) || slice_ends(next, SLICE("erinnen")) || is_place_adjective(run, next));
}

static bool can_stand_first(const struct check_run *run, size_t i)
{
    enum { NEVER = TOKEN_QUOTED | TOKEN_ABBREVIATION };
    const struct token *token = token_at(run, i);
    struct slice text = token_text(run->doc, token);

    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_INNER_CAPITAL)) != 0 &&
           (token->flags & NEVER) == 0 && !token_is(token, POS_ADJECTIVE) && !token_is(token, POS_DETERMINER) &&
           !is_number_word(run, token) && !is_capital_adjective(run, token) && !is_genitive(run, i) &&
           !is_person_adjective(text) && text.at[text.len - 1] != '-' && !slice_starts(text, SLICE("Herr")) &&
           !is_spa_of(run, i);
}

/* The head of the row of capitalised words that begins at first; 0 when the row is none that German would write as one.
 */
static size_t head_of(const struct check_run *run, size_t first)
{
    size_t head = first;

    while (head - first < MAX_FIRST_WORDS && can_stand_first(run, head) && same_clause(run->doc, head, head + 1) &&
           (token_at(run, head + 1)->flags & (TOKEN_CAPITAL | TOKEN_SPACE_BEFORE)) ==
               (TOKEN_CAPITAL | TOKEN_SPACE_BEFORE))
        head++;
    if (head == first || !is_common_noun(run, head) ||
        (same_sentence(run, head, head + 1) &&
         ((token_at(run, head + 1)->flags & TOKEN_CAPITAL) != 0 || text_is(run, head + 1, "&"))))
        return 0;
    return head;
}

/* "580 Krore Rupien", "75 TL Mehl": behind figures an unknown or short word may be a unit, unless people are counted.
 */
static bool is_unit(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    return token_at(run, lead->first)->kind == TOKEN_NUMBER && !is_sure_noun(token_at(run, first)) &&
           !is_person(&run->context->lexicon, token_at(run, head));
}

/* The lead agrees with the last word and can't with the first. */
static bool lead_shows(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    if (lead->first == first || (token_at(run, lead->first)->flags & TOKEN_CAPITAL &&
                                 (token_at(run, lead->first)->flags & TOKEN_SENTENCE_START) == 0))
        return false;
    if (lead->unknown || (lead->number && (is_measure_word(run, first) || is_unit(run, lead, first, head))))
        return false;
    if (is_model(token_at(run, first), text_at(run, first)))
        return lead->determiner && !token_has_feature(token_at(run, head), FEATURE_ADJECTIVAL_NOUN) &&
               (lead_cases(run, lead, first, token_at(run, head)) & cases_by_preposition(run, lead)) != 0;
    return !fits_first(run, lead, first) && lead_cases(run, lead, first, token_at(run, head)) != 0;
}

/* No finite verb of the sentence stands before the token. */
static bool in_first_place(const struct check_run *run, size_t first)
{
    size_t start = sentence_first(run, first);

    if (small_is(token_at(run, start), POS_SUBORDINATOR) || !same_clause(run->doc, start, first))
        return false;
    for (size_t i = start; i < first; i++)
        if (token_is_finite(token_at(run, i)) && (token_at(run, i)->flags & TOKEN_CAPITAL) == 0)
            return false;
    return true;
}

/* Behind the words stands nothing that makes the second an object of its own: "für Kinder Gärten anlegen". */
static bool ends_phrase(const struct check_run *run, size_t head)
{
    const struct token *next = token_at(run, head + 1);

    return !same_clause(run->doc, head, head + 1) || next->kind != TOKEN_WORD || token_is(next, POS_PREPOSITION) ||
           (token_is_finite(next) && !token_is_verb_form(next, VERB_INFINITIVE) &&
            !token_is_verb_form(next, VERB_PARTICIPLE2)) ||
           token_is(next, POS_CONJUNCTION) ||
           (token_is(next, POS_PREFIX) && !same_clause(run->doc, head, head + 3)) || /* "rief … zurück." */
           (token_is_finite(next) && in_first_place(run, head));
}

bool stands_bare(const struct check_run *run, size_t first)
{
    if (first == 0 || !same_clause(run->doc, first - 1, first) || token_at(run, first - 1)->kind != TOKEN_WORD ||
        (token_at(run, first - 1)->flags & TOKEN_CAPITAL) != 0 ||
        (token_at(run, first)->flags & TOKEN_SENTENCE_START) != 0)
        return false;
    struct lead lead = lead_before(run, first);

    return lead.first == first && !lead.unknown;
}

static bool is_long(struct slice word)
{
    enum { MIN_BYTES = 4 };

    return word.len >= MIN_BYTES;
}
struct slice text_before_hyphen(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    const char *hyphen = memchr(text.at, '-', text.len);

    return hyphen == NULL ? text : slice_between(text.at, hyphen);
}

/* "als Kranken Schwester": the lexicon has the words as one. A plural behind a verb may be its object alone: "stellten
 * Journalisten Fragen". */
static bool lexicon_shows(const struct check_run *run, size_t first, size_t head)
{
    struct slice left = text_at(run, first), right = text_at(run, head);

    /* "vor Gericht Akten vorlegen" */
    return stands_bare(run, first) &&
           !(token_is(token_at(run, first - 1), POS_PREPOSITION) && in_list(run, LIST_PHRASE_NOUNS, first)) &&
           !(is_plural_noun(token_at(run, first)) &&
             (!token_is(token_at(run, first - 1), POS_PREPOSITION) ||
              slice_equal(lower_at(run, first - 1), SLICE("für"))) && /* "sammelt für Kinder Kleidung" */
             !in_list(run, LIST_AS_WORDS, first - 1)) &&
           is_long(left) && is_long(right) && !token_is(token_at(run, first), POS_NAME) &&
           !is_measure_word(run, first) && ends_phrase(run, head) && known_compound(run, left, right).len > 0;
}

/* "Der Preis für Erdgas Lieferungen stieg": before the finite verb of a main clause one phrase stands, and behind its
 * preposition one noun. */
static bool first_place_shows(const struct check_run *run, size_t first, size_t head)
{
    size_t start = sentence_first(run, first);

    if (!stands_bare(run, first) || !token_is(token_at(run, first - 1), POS_PREPOSITION) ||
        !is_sure_noun(token_at(run, first)) || is_measure_word(run, first) || !same_clause(run->doc, start, head + 1) ||
        !token_is_finite(token_at(run, head + 1)) || token_is_verb_form(token_at(run, head + 1), VERB_PARTICIPLE2))
        return false;
    return in_first_place(run, first) && !token_has_feature(token_at(run, head), FEATURE_ADJECTIVAL_NOUN);
}

/* The cases in which the lead agrees with either noun; *bound is set where a preposition governs them. */
static uint32_t cases_of_both(const struct check_run *run, const struct lead *lead, size_t first, size_t head,
                              bool *bound)
{
    uint32_t governed = cases_by_preposition(run, lead);

    *bound = governed != CASE_ANY || lead->contracted;
    return lead_cases(run, lead, first, token_at(run, first)) & lead_cases(run, lead, first, token_at(run, head)) &
           governed;
}

/* The lexicon has the two as one, without anything between them. */
static bool is_one_word(const struct check_run *run, struct slice left, struct slice right)
{
    uint32_t form = lexicon_form(&run->context->lexicon, arena_join(run->issues->arena, left, right));

    return form != NO_ID && run->context->lexicon.forms[form].reading_count > 0;
}

/* "Nach dem Zug Unglück ermittelt": either noun could be that of the phrase, in the same case, and the lexicon has both
 * as one; before the finite verb no other phrase has room. */
static bool lexicon_shows_phrase(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    struct slice left = text_at(run, first), right = lower_at(run, head);

    if (lead->first == first || lead->unknown || !is_long(right) || left.len < 3 ||
        !is_sure_noun(token_at(run, first)) || is_measure_word(run, first) || !in_first_place(run, head) ||
        !same_clause(run->doc, head, head + 1) || !token_is_finite(token_at(run, head + 1)))
        return false;
    bool bound;
    uint32_t cases = cases_of_both(run, lead, first, head, &bound);

    if (!bound)
        cases &= CASE_NOM | CASE_ACC;
    return cases != 0 && is_one_word(run, left, right);
}

/* "die Besatzung der Raum Station": behind a noun stands its genitive, which the article makes with the second word
 * alone, and the lexicon has both as one. */
static bool lexicon_shows_genitive(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    if (lead->first == 0 || lead->first == first || lead->unknown || !lead->determiner || lead->contracted ||
        !same_clause(run->doc, lead->first - 1, lead->first) || !is_sure_noun(token_at(run, first)) ||
        is_measure_word(run, first) || !token_is(token_at(run, lead->first - 1), POS_NOUN) ||
        (token_at(run, lead->first - 1)->flags & TOKEN_CAPITAL) == 0)
        return false;
    return (lead_cases(run, lead, first, token_at(run, head)) & CASE_GEN) != 0 &&
           (lead_cases(run, lead, first, token_at(run, first)) & CASE_GEN) == 0 &&
           is_one_word(run, text_at(run, first), lower_at(run, head));
}

/* "eine jährliche Grippe Impfung": both nouns agree with what stands before, the lexicon has them as one, and neither
 * is a measure or a person. A dative may have an object beside it ("gab dem Land Strom"), unless a preposition governs
 * it. */
static bool lexicon_shows_object(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    struct slice left = text_at(run, first), right = lower_at(run, head);

    if (lead->first == first || lead->unknown || lead->number || !is_long(right) || !is_long(left) ||
        !is_sure_noun(token_at(run, first)) || is_plural_noun(token_at(run, first)) || is_measure_word(run, first) ||
        is_person(&run->context->lexicon, token_at(run, first)) || !ends_phrase(run, head) ||
        in_list(run, LIST_CONTAINERS, first))
        return false;
    bool bound;
    uint32_t cases = cases_of_both(run, lead, first, head, &bound);

    if (!bound && ((cases & CASE_DAT) != 0 || !is_indefinite(text_at(run, lead->first))))
        return false;
    return cases != 0 && is_one_word(run, left, right) && !has_room(run, lead, first, head);
}

/* "Corona Patienten wurden getrennt": a singular opens the sentence, a plural follows, and the verb is the plural's. */
static bool verb_shows(const struct check_run *run, size_t first, size_t head)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, first);

    return (token->flags & TOKEN_SENTENCE_START) != 0 && same_clause(run->doc, first, head + 1) &&
           may_be_finite(token_at(run, head + 1)) && finite_numbers(token_at(run, head + 1)) == NUMBER_PL &&
           !is_plural_noun(token) && is_plural_noun(token_at(run, head)) && is_sure_noun(token_at(run, head)) &&
           (token_is(token, POS_NAME) || is_known_noun(token)) && !small_is(token, POS_PREPOSITION) &&
           !small_is(token, POS_ADVERB) && !small_is(token, POS_ADJECTIVE) && !is_measure_word(run, first) &&
           !is_person(lexicon, token) && !in_list(run, LIST_COLLECTIVES, first) && !in_list(run, LIST_MONTHS, head);
}

/* "das Start-up Unternehmen": a first part with a hyphen, and the article is that of the head too. */
static bool hyphen_shows(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    /* "die Berliner Start-up Szene" */
    size_t end = lead->first == first && first > 0 && same_clause(run->doc, first - 1, first) &&
                         is_place_adjective(run, text_at(run, first - 1))
                     ? first - 1
                     : first;
    struct lead before = lead_before(run, end);

    if (end < first)
        return (token_at(run, first)->flags & TOKEN_HYPHEN) != 0 && before.determiner && !before.unknown &&
               is_english_word(&run->context->lexicon, text_before_hyphen(run, first)) && ends_phrase(run, head) &&
               lead_cases(run, &before, end, token_at(run, head)) != 0;
    return (token_at(run, first)->flags & TOKEN_HYPHEN) != 0 && lead->first < first &&
           !is_plural_noun(token_at(run, first)) && !lead->unknown && !lead->number &&
           is_english_word(&run->context->lexicon, text_before_hyphen(run, first)) && ends_phrase(run, head) &&
           lead_cases(run, lead, first, token_at(run, head)) != 0;
}

/* "ins Kranken Haus", "ein Kranken Bett": the article is that of the second word, and the lexicon has both as one. In
 * the dative the first may be an object with another beside it, unless a preposition governs it. */
static bool lexicon_shows_behind_article(const struct check_run *run, size_t first, size_t head)
{
    struct lead lead = lead_before(run, first);

    if (!lead.determiner || lead.unknown || lead.first + 1 != first || !is_long(text_at(run, head)) ||
        token_is(token_at(run, first), POS_NAME) || is_plural_noun(token_at(run, head)))
        return false;
    bool bound = lead.contracted || cases_by_preposition(run, &lead) != CASE_ANY;

    return (bound || (lead_cases(run, &lead, first, token_at(run, first)) & CASE_DAT) == 0) &&
           (lead_cases(run, &lead, first, token_at(run, head)) & cases_by_preposition(run, &lead)) != 0 &&
           is_one_word(run, text_at(run, first), lower_at(run, head));
}

/* The last of the nouns behind the first: "Kriegs | Verbrecher Prozess". */
static size_t head_behind_genitive(const struct check_run *run, size_t first)
{
    size_t head = first + 1;

    return same_clause(run->doc, head, head + 1) && is_capitalised(token_at(run, head + 1)) &&
                   has_space_before(run, head + 1) && is_common_noun(run, head + 1) && is_common_noun(run, head)
               ? head + 1
               : head;
}

/* "mehrere Lebens Läufe": a genitive of the singular has its article; without one, or with one that goes with the next
 * word alone, it is the first part of a word. */
static bool is_bare_genitive(const struct check_run *run, size_t first, size_t *last)
{
    const struct token *token = token_at(run, first);
    size_t head = first + 1;

    if (first == 0 || token->kind != TOKEN_WORD ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_ALL_CAPS)) != TOKEN_CAPITAL ||
        !slice_ends(text_at(run, first), SLICE("s")) || !same_clause(run->doc, first - 1, head) ||
        !has_space_before(run, head) || !is_sure_noun(token) || is_person(&run->context->lexicon, token) ||
        slice_equal(text_at(run, first), SLICE("Gottes")) || !is_common_noun(run, head))
        return false;
    for (uint16_t r = 0; r < token->analysis.reading_count; r++)
        if (pos_of(token->analysis.readings[r].features) == POS_NOUN &&
            (token->analysis.readings[r].features & (NUMBER_PL | CASE_NOM | CASE_DAT | CASE_ACC)) != 0)
            return false;
    const struct token *before = token_at(run, first - 1);
    struct lead lead = lead_before(run, first);

    /* "im Abstiegs Kampf", "weitere Todes Opfer": what stands before goes with the second word alone */
    head = head_behind_genitive(run, first);
    if (lead.determiner && !lead.unknown && lead_cases(run, &lead, first, token) == 0 &&
        lead_cases(run, &lead, first, token_at(run, head)) != 0) {
        *last = head;
        return true;
    }
    head = first + 1;
    return !token_is(before, POS_DETERMINER) && !token_is(before, POS_ADJECTIVE) && !has_contraction(before) &&
           (before->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == 0 &&
           (before->kind == TOKEN_NUMBER || before->kind == TOKEN_WORD) &&
           is_one_word(run, text_at(run, first), lower_at(run, head));
}

/* "Innen Minister Karl Berger", "die frühere Presse Sprecherin Anna Wolf": a title before a name, which the lexicon has
 * as one. Behind an article in the dative the first word may be an object: "sagte der Presse Sprecherin Anna Wolf". */
static bool is_split_title(const struct check_run *run, size_t first)
{
    enum { NEVER = TOKEN_QUOTED | TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_INNER_CAPITAL };
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, first);
    size_t head = first + 1, name = first + 2;

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | NEVER)) != TOKEN_CAPITAL ||
        !same_clause(run->doc, first, name) || !has_space_before(run, head) || !is_plain_noun(token_at(run, head)) ||
        !is_person(lexicon, token_at(run, head)) || token_is(token, POS_NAME) || is_person(lexicon, token) ||
        !is_first_name(lexicon, token_at(run, name)) || !is_one_word(run, text_at(run, first), lower_at(run, head)))
        return false;
    struct lead lead = lead_before(run, first);

    return !lead.unknown && !lead.number &&
           (!lead.determiner || lead.contracted || (lead_cases(run, &lead, first, token) & CASE_DAT) == 0);
}

/* "das Amt der Presse Sprecherin im Landtag": a single person has an article of her own, unless she is the predicate of
 * the verb that follows. */
static bool person_shows(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    const struct token *person = token_at(run, head), *token = token_at(run, first);

    if (!lead->determiner || lead->unknown || !is_person(&run->context->lexicon, person) || !is_plain_noun(person) ||
        is_plural_noun(person) || is_person(&run->context->lexicon, token) || token_is(token, POS_NAME) ||
        (same_clause(run->doc, head, head + 1) && may_be_verb(token_at(run, head + 1))))
        return false;
    return ends_phrase(run, head) && lead_cases(run, lead, first, person) != 0 &&
           is_one_word(run, text_at(run, first), lower_at(run, head));
}

/* "ein Bauer, der Obst Bäume pflanzt": in a relative clause whose subject or object is the pronoun, the verb follows
 * right behind the words that the lexicon has as one. */
static bool relative_shows(const struct check_run *run, size_t first, size_t head)
{
    if (first < 2 || !same_sentence(run, first - 2, head + 1) || !text_is(run, first - 2, ",") ||
        !token_is(token_at(run, first - 1), POS_DETERMINER) || (token_at(run, first - 1)->flags & TOKEN_CAPITAL) != 0 ||
        slice_starts(text_at(run, first - 1), SLICE("ein")))
        return false;
    return is_long(text_at(run, first)) && is_long(text_at(run, head)) && is_sure_noun(token_at(run, first)) &&
           !is_plural_noun(token_at(run, first)) && is_plural_noun(token_at(run, head)) &&
           !is_person(&run->context->lexicon, token_at(run, first)) && !is_measure_word(run, first) &&
           !in_list(run, LIST_COLLECTIVES, first) && !in_list(run, LIST_CONTAINERS, first) &&
           same_clause(run->doc, head, head + 1) && token_at(run, head + 1)->kind == TOKEN_WORD &&
           (token_at(run, head + 1)->flags & TOKEN_CAPITAL) == 0 &&
           (token_is(token_at(run, head + 1), POS_VERB) || token_is(token_at(run, head + 1), POS_AUXILIARY)) &&
           is_one_word(run, text_at(run, first), lower_at(run, head));
}

/* "als Kranken Schwester": an adjectival noun is the first part of few compounds, all of which the lexicon knows. */
static bool is_split_adjectival(const struct check_run *run, size_t first)
{
    const struct token *token = token_at(run, first);

    return first > 0 && token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == TOKEN_CAPITAL &&
           token_has_feature(token, FEATURE_ADJECTIVAL_NOUN) && same_clause(run->doc, first, first + 1) &&
           has_space_before(run, first + 1) && is_common_noun(run, first + 1) &&
           (lexicon_shows(run, first, first + 1) || lexicon_shows_behind_article(run, first, first + 1));
}

/* ---- English first parts ---- */

/* ---- compounds of which only the last part is joined ---- */

/* ---- parts that are no words ---- */

/* "nach Lithium Ionen Batterien": behind a preposition three bare nouns of which none is a measure or a person; the
 * last two are one word, or the first two. */
static bool three_show(const struct check_run *run, size_t first, size_t head)
{
    if (head != first + 2 || !stands_bare(run, first) || !token_is(token_at(run, first - 1), POS_PREPOSITION))
        return false;
    for (size_t i = first; i <= head; i++)
        if (!is_sure_noun(token_at(run, i)) || is_measure_word(run, i) ||
            is_person(&run->context->lexicon, token_at(run, i)))
            return false;
    return known_compound(run, text_at(run, first), text_at(run, first + 1)).len > 0 ||
           known_compound(run, text_at(run, first + 1), text_at(run, head)).len > 0;
}

/* "die Merkel Ära Gesetze": a name and two nouns, of which the article goes with the last; between it and a thing no
 * other thing stands. */
static bool is_name_before_two(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    const struct token *middle = token_at(run, first + 1);

    return head == first + 2 && lead->first < first && lead->determiner && !lead->unknown && !lead->contracted &&
           !is_sure_noun(token_at(run, first)) && !token_is(token_at(run, first), POS_NOUN) && is_sure_noun(middle) &&
           is_common_noun(run, first + 1) && !is_plural_noun(middle) && is_plural_noun(token_at(run, head)) &&
           !is_person(&run->context->lexicon, middle) && !is_measure_word(run, first + 1) && ends_phrase(run, head) &&
           lead_cases(run, lead, first, token_at(run, head)) != 0;
}

/* What stands around a row of nouns shows that it is one word: two of them, but for what its lead shows. */
static bool row_shows(const struct check_run *run, size_t first, size_t head)
{
    struct lead lead = lead_before(run, first);

    if ((lead.first < first && asks_for_first(run, lead.first, head)) || may_be_apposed(run, &lead, first, head) ||
        is_margin(run, &lead, first, head) || is_object_behind_dative(run, &lead, first, head) ||
        is_span_before(run, head) || (lead.first + 1 == first && is_behind_relative(run, lead.first)))
        return false;
    if (is_first_part_alone(run, first) || lead_shows(run, &lead, first, head) || three_show(run, first, head) ||
        is_name_before_two(run, &lead, first, head))
        return true;
    return head == first + 1 &&
           (lexicon_shows(run, first, head) || first_place_shows(run, first, head) ||
            lexicon_shows_phrase(run, &lead, first, head) || lexicon_shows_object(run, &lead, first, head) ||
            hyphen_shows(run, &lead, first, head) || verb_shows(run, first, head) ||
            lexicon_shows_genitive(run, &lead, first, head) || relative_shows(run, first, head) ||
            person_shows(run, &lead, first, head) || is_known_pair(run, &lead, first) ||
            is_without_room(run, &lead, first, head));
}

bool is_split_noun(const struct check_run *run, size_t first, size_t *last)
{
    if (first + 1 < run->doc->token_count && is_subject_behind_verb(run, first))
        return false;
    if (first + 1 < run->doc->token_count && is_part_of_the_world(run, first + 1))
        return false;
    if (first > 0 && same_sentence(run, first - 1, first + 1) && is_capitalised(token_at(run, first + 1)) &&
        token_is(token_at(run, first - 1), POS_DETERMINER) && is_named_thing(run, first - 1, first + 1))
        return false;
    *last = first + 2;
    if (first + 2 < run->doc->token_count && is_measure_before_noun(run, first))
        return true;
    if (first + 2 < run->doc->token_count && is_numbered_before_noun(run, first))
        return true;
    *last = first + 1;
    if (is_half_joined(run, first))
        return true;
    if (is_bound_part(run, first) || is_bare_genitive(run, first, last) || is_split_title(run, first) ||
        is_split_adjectival(run, first) || has_english_first(run, first, last))
        return true;
    if (first + 1 >= run->doc->token_count || (token_at(run, first + 1)->flags & TOKEN_CAPITAL) == 0 ||
        !can_stand_first(run, first) || is_object_of_light_verb(run, first + 1) ||
        is_participle_with_adverbial(run, first))
        return false;
    size_t head = head_of(run, first);

    *last = head;
    return head > 0 && !is_named_house(run, first, head) && row_shows(run, first, head);
}
