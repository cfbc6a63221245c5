/* Marks a pronoun that nothing before it can be meant by: "Die Sparkasse teilte mit, dass sein Gewinn stieg", "Der
 * Verein hat ihre Trainerin entlassen". All that is named in the sentence and in those before it is asked for its
 * gender; a name, a word that is not known, or a pronoun may be anything. */
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* What a pronoun may stand for. */
enum antecedent {
    MAN = 1 << 0,
    WOMAN = 1 << 1,
    THING = 1 << 2, /* neuter */
    SEVERAL = 1 << 3,
    ANYTHING = MAN | WOMAN | THING | SEVERAL,
};

/* How many sentences before that of the pronoun are asked. */
enum { SENTENCES_BEFORE = 3 };

static unsigned of_features(uint32_t features)
{
    unsigned found = (features & NUMBER_PL) != 0 ? SEVERAL : 0;

    if ((features & NUMBER_SG) == 0)
        return found;
    return found | ((features & GENDER_M) != 0 ? MAN : 0) | ((features & GENDER_F) != 0 ? WOMAN : 0) |
           ((features & GENDER_N) != 0 ? THING : 0);
}

/* Times and amounts are not spoken of further: "am Montag", "acht Prozent". */
static bool is_measure(const struct check_run *run, size_t index)
{
    static const enum named_list lists[] = { LIST_TIME_NOUNS, LIST_SPANS_OF_TIME, LIST_MEASURES,  LIST_SCALES,
                                             LIST_WEEKDAYS,   LIST_MONTHS,        LIST_CURRENCIES };

    for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
        if (in_list(run, lists[i], index) || has_lemma_of(&run->context->lexicon, token_at(run, index), lists[i]))
            return true;
    return false;
}

/* "in Rom", "aus Gent": a place is no "er", and seldom owns what the sentence speaks of. */
static bool is_place(const struct check_run *run, size_t index)
{
    return index > 0 && same_sentence(run, index - 1, index) &&
           (text_is(run, index - 1, "in") || text_is(run, index - 1, "aus") || text_is(run, index - 1, "nach") ||
            text_is(run, index - 1, "In") || text_is(run, index - 1, "Aus") || text_is(run, index - 1, "Nach"));
}

/* "Ministerin" before a name, or before another: "Bürgermeisterin Petra Lang". */
static bool is_name_of_woman(const struct check_run *run, size_t index)
{
    while (index > 0 && same_sentence(run, index - 1, index) && token_at(run, index - 1)->kind == TOKEN_WORD &&
           (token_at(run, index - 1)->flags & TOKEN_CAPITAL) != 0) {
        const struct token *title = token_at(run, --index);

        if (title->analysis.reading_count > 0 && token_is(title, POS_NOUN) && !token_is(title, POS_NAME) &&
            slice_ends(text_at(run, index), SLICE("in")))
            return of_features(title->analysis.readings[0].features) == WOMAN;
    }
    return false;
}

/* What the word may be the antecedent of; 0 when of nothing. */
static unsigned mentioned(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    unsigned found = 0;

    if (token->kind == TOKEN_ADDRESS || token->kind == TOKEN_SYMBOL)
        return ANYTHING;
    if (token->kind != TOKEN_WORD)
        return 0;
    bool capital = (token->flags & TOKEN_CAPITAL) != 0, start = (token->flags & TOKEN_SENTENCE_START) != 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        enum pos pos = pos_of(features);

        if (pos == POS_NAME || (features & FEATURE_GUESSED) != 0)
            found |= ANYTHING;
        else if (pos == POS_NOUN)
            found |= of_features(features) | ((features & FEATURE_ADJECTIVAL_NOUN) != 0 ? MAN | WOMAN | SEVERAL : 0);
    }
    if (found == 0 && capital && (!start || token->analysis.reading_count == 0) &&
        !in_list(run, LIST_ADDRESS_SIE, index))
        found = ANYTHING;
    if (found == 0)
        return 0;
    if (found == ANYTHING && is_name_of_woman(run, index))
        return WOMAN;
    return is_measure(run, index) || (found == ANYTHING && is_place(run, index)) ? 0 : found;
}

/* Pronouns that show that somebody is known already, or that anybody is meant. */
static unsigned spoken_of(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    if (token->kind != TOKEN_WORD || token->analysis.reading_count == 0)
        return 0;
    if (text_is(run, index, "und") || text_is(run, index, "oder"))
        return SEVERAL;
    return token_is(token, POS_PRONOUN) && !token_is(token, POS_RELATIVE) && !token_is(token, POS_DETERMINER) &&
                   !in_list(run, LIST_REFLEXIVE_PRONOUNS, index)
               ? ANYTHING
               : 0;
}

/* All that stands between two tokens, the words of one phrase apart. */
static unsigned named_between(const struct check_run *run, size_t first, size_t end, const struct noun_phrase *apart)
{
    unsigned found = 0;

    for (size_t i = first; i < end && found != ANYTHING; i++)
        if (i < apart->first || i > apart->noun)
            found |= mentioned(run, i) | spoken_of(run, i);
    return found;
}

/* All that the sentences before the one of this number name. */
static unsigned named_before(const struct check_run *run, size_t sentence, const struct noun_phrase *apart)
{
    unsigned found = 0;

    for (size_t i = 1; i <= SENTENCES_BEFORE && i <= sentence; i++) {
        const struct sentence *before = &run->doc->sentences[sentence - i];

        found |= named_between(run, before->first_token, before->first_token + before->token_count, apart);
    }
    return found;
}

/* "Die EU hat", "Der FC Porto will": a name, or a noun that is not known, has the gender of its article; the verb,
 * right behind, is a singular. */
static unsigned opening_name(const struct check_run *run, size_t first, size_t *end)
{
    enum { MOST_WORDS = 4 };
    size_t at = first + 1;

    while (at <= first + MOST_WORDS && same_clause(run->doc, first, at) && is_capitalised(token_at(run, at)))
        at++;
    *end = at;
    if (at == first + 1 || !same_clause(run->doc, first, at) || third_person_numbers(token_at(run, at)) != NUMBER_SG)
        return 0;
    if (text_is(run, first, "Der"))
        return MAN;
    return text_is(run, first, "Die") ? WOMAN : text_is(run, first, "Das") ? THING : 0;
}

/* "Ich", "Sein Vater": somebody else is spoken of already. */
static bool speaks_of_another(const struct check_run *run, size_t first)
{
    struct slice word = lower_at(run, first);

    return in_list_lower(run, LIST_SUBJECT_PRONOUNS, first) || slice_starts(word, SLICE("sein")) ||
           slice_starts(word, SLICE("ihr")) || slice_starts(word, SLICE("mein")) || slice_starts(word, SLICE("unser"));
}

/* The subject that a reader takes the pronoun for: a phrase of one gender that opens the sentence. */
static unsigned opening(const struct check_run *run, size_t first, size_t *end)
{
    struct noun_phrase phrase;

    *end = first;
    if (speaks_of_another(run, first))
        return 0;
    if (in_list(run, LIST_CLASS_COUNTRIES, first) && !in_list(run, LIST_PLURAL_NAMES, first)) {
        *end = first + 1; /* "Japan will" */
        return same_sentence(run, first, first + 1) && third_person_numbers(token_at(run, first + 1)) == NUMBER_SG
                   ? THING
                   : 0;
    }
    if (!noun_at(run->doc, first, &phrase) || (phrase.has_determiner && same_clause(run->doc, first, phrase.noun + 1) &&
                                               is_capitalised(token_at(run, phrase.noun + 1))))
        return opening_name(run, first, end);
    if (phrase.contracted || (agreeing_cases(run->doc, &phrase, NULL) & CASE_NOM) == 0 || is_measure(run, phrase.noun))
        return 0;
    *end = phrase.noun + 1;
    if (agreeing_numbers(run->doc, &phrase, CASE_NOM) != NUMBER_SG)
        return 0;
    return mentioned(run, phrase.noun) & ~(unsigned)SEVERAL;
}

static bool is_one(unsigned set)
{
    return set == MAN || set == WOMAN || set == THING || set == (MAN | THING);
}

/* "Die Ärztin, die ihn operierte, | verteidigte": the verb behind what is inserted; end where there is none. */
static size_t verb_behind_insertion(const struct check_run *run, size_t end)
{
    if (!text_is(run, end, ",") || !same_sentence(run, end, end + 1) || !token_is(token_at(run, end + 1), POS_RELATIVE))
        return end;
    size_t verb = stretch_end(run, end + 1) + 1;

    return same_sentence(run, end, verb) && text_is(run, verb - 1, ",") && is_likely_finite(run->doc, verb) ? verb
                                                                                                            : end;
}

/* A finite verb stands between two tokens: "Die Krönung seiner Laufbahn" has none. */
static size_t verb_between(const struct check_run *run, size_t first, size_t end)
{
    const struct token *token = token_at(run, first);
    const struct clause *clause = clause_at(run, sentence_first(run, first));
    /* "verteidigte" may be an adjective, but not between the subject and a possessive. */
    bool here = first + 1 == end && may_be_finite(token) && !token_is(token, POS_DETERMINER);

    if (clause != NULL && clause->finite >= first)
        return clause->finite < end ? clause->finite : end;
    while (first < end && !here && !is_surely_finite(token_at(run, first)))
        first++;
    return first;
}

/* "seinen 800. Geburtstag", "ihre neue Fabrik": the possessive and its noun, with a number between them. */
static bool own_phrase_at(const struct check_run *run, size_t index, struct noun_phrase *out)
{
    if (noun_phrase_at(run->doc, index, out))
        return true;
    if (!same_sentence(run, index, index + 2) || (token_at(run, index + 1)->flags & TOKEN_ORDINAL) == 0 ||
        !token_is(token_at(run, index), POS_DETERMINER) ||
        !bare_noun_at(run->doc, index + 2, &(struct noun_phrase){ 0 }))
        return false;
    *out = (struct noun_phrase){ .first = index, .noun = index + 2, .has_determiner = true };
    return true;
}

/* "feiert seinen Geburtstag", "verlor seine Mehrheit": beside such a verb it is the subject's own. */
static bool is_own_thing(const struct check_run *run, size_t noun)
{
    if (!is_kind_of(run, noun, LIST_OWN_THINGS))
        return false;
    for (size_t i = stretch_first(run, noun), end = stretch_end(run, noun); i < end; i++) {
        uint32_t joined = token_at(run, i)->analysis.joined;

        if (joined != NO_ID ? in_word_list(&run->context->lexicon, LIST_VERBS_OF_OWN_THINGS,
                                           lemma_text(&run->context->lexicon, joined))
                            : !is_capitalised(token_at(run, i)) && lemma_in(run, i, LIST_VERBS_OF_OWN_THINGS))
            return true;
    }
    return false;
}

/* What the pronoun at the index can stand for; 0 when it is none that tells. Of a possessive, *phrase is what is owned:
 * only what a firm or a place has itself, "Gewinn", "Hauptstadt". */
static unsigned wanted_by(const struct check_run *run, size_t index, struct noun_phrase *phrase)
{
    struct slice word = text_at(run, index);

    *phrase = (struct noun_phrase){ .first = index, .noun = index };
    if (slice_equal(word, SLICE("er")))
        return MAN;
    if (slice_equal(word, SLICE("sie")))
        return WOMAN;
    if (!own_phrase_at(run, index, phrase) || !phrase->has_determiner ||
        (!is_kind_of(run, phrase->noun, LIST_BELONGINGS) && !is_own_thing(run, phrase->noun)))
        return 0;
    return slice_starts(word, SLICE("sein")) ? MAN | THING : slice_starts(word, SLICE("ihr")) ? WOMAN | SEVERAL : 0;
}

/* "sagte", "teilte … mit" */
static bool says(const struct check_run *run, size_t verb)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t joined = token_at(run, verb)->analysis.joined;

    return joined != NO_ID ? in_word_list(lexicon, LIST_REPORTING_VERBS, lemma_text(lexicon, joined))
                           : has_lemma_of(lexicon, token_at(run, verb), LIST_REPORTING_VERBS);
}

/* "sagte, er werde", "teilte mit, dass sein Umsatz": the clause says what the subject says; "…, dass er" as well. */
static bool is_reported(const struct check_run *run, size_t verb, size_t index)
{
    size_t before = index - 1 - (text_is(run, index - 1, "sich") ? 1 : 0);
    size_t comma = before - (text_is(run, before, "dass") ? 1 : 0);

    return comma > verb && text_is(run, comma, ",") && stretch_end(run, verb) == comma && says(run, verb);
}

/* "er" and "sie" are looked at only where a woman, a man or a body ("Das Unternehmen erklärte, sie habe") speaks of
 * itself, and the verb is a singular. */
static bool is_speaker(const struct check_run *run, size_t verb, size_t index)
{
    size_t finite = text_is(run, index - 1, ",") ? index + 1 : stretch_end(run, index) - 1;

    return is_reported(run, verb, index) && third_person_numbers(token_at(run, finite)) == NUMBER_SG &&
           (token_at(run, verb - 1)->analysis.reading_count == 0 || token_is(token_at(run, verb - 1), POS_NAME) ||
            is_kind_of(run, verb - 1, LIST_COLLECTIVES));
}

static bool may_be_person(const struct check_run *run, size_t index)
{
    return is_person(&run->context->lexicon, token_at(run, index)) || in_list(run, LIST_PERSONS_OF_ANY_SEX, index);
}

/* "Der Vulkan mit ihren zwei Kratern": right behind the thing that opens the sentence, "mit" says what it has itself.
 */
static bool is_own_attribute(const struct check_run *run, size_t index)
{
    struct noun_phrase none = { .first = SIZE_MAX, .noun = 0 };
    struct slice word = text_at(run, index);
    size_t end;

    if (word.len < 5 || index < 3 || !text_is(run, index - 1, "mit") || !token_is(token_at(run, index), POS_DETERMINER))
        return false;
    unsigned subject = opening(run, sentence_first(run, index), &end);
    unsigned wanted = slice_starts(word, SLICE("sein")) ? MAN | THING : WOMAN | SEVERAL;

    return end + 1 == index && is_one(subject) && (subject & wanted) == 0 && !may_be_person(run, end - 1) &&
           (named_before(run, token_at(run, index)->sentence, &none) & wanted) == 0;
}

static void look_at(const struct check_run *run, size_t index)
{
    size_t first = sentence_first(run, index), end, sentence = token_at(run, index)->sentence, verb;
    struct noun_phrase phrase;
    unsigned wanted = index < first + 2 ? 0 : wanted_by(run, index, &phrase), subject;

    if (is_own_attribute(run, index)) {
        report(run, "check/missing-antecedent", token_at(run, index)->span);
        return;
    }
    if (wanted == 0 || text_is(run, index - 1, "laut")) /* "laut ihrem Trainer": somebody told of before */
        return;
    subject = opening(run, first, &end);
    verb = verb_between(run, end, index);
    size_t behind = verb_behind_insertion(run, end);
    bool one_clause = stretch_end(run, first) >= index || (behind > end && stretch_end(run, behind) >= index);

    verb = behind > end ? behind : verb;
    if (!is_one(subject) || (subject & wanted) != 0 || verb >= index ||
        (phrase.noun == index ? !is_speaker(run, verb, index) : !is_reported(run, verb, index) && !one_clause) ||
        (named_between(run, end, index, &phrase) & wanted) != 0 || (named_before(run, sentence, &phrase) & wanted) != 0)
        return;
    report(run, "check/missing-antecedent", token_at(run, index)->span);
}

/* ---- "Der Wagen ist neu. Es kostet" ---- */

/* What the pronoun that opens a sentence can stand for; 0 when it is none, or "es" may stand for nothing at all: only
 * verbs that say something of a thing tell. */
static unsigned wanted_by_opener(const struct check_run *run, size_t index)
{
    const struct token *verb = token_at(run, index + 1);

    if (third_person_numbers(verb) != NUMBER_SG || (token_at(run, index)->flags & TOKEN_QUOTED) != 0)
        return 0;
    if (text_is(run, index, "Er"))
        return MAN;
    if (text_is(run, index, "Sie"))
        return WOMAN;
    return text_is(run, index, "Es") && has_lemma_of(&run->context->lexicon, verb, LIST_VERBS_OF_THINGS) &&
                   text_is(run, stretch_end(run, index), ".")
               ? THING
               : 0;
}

/* A thing opens the sentence before, alone, and a pronoun of another gender this one. */
static void look_at_opener(const struct check_run *run, size_t index)
{
    size_t sentence = token_at(run, index)->sentence, end, first;
    struct noun_phrase none = { .first = SIZE_MAX, .noun = 0 };

    if (sentence == 0 || !same_segment(run, index - 1, index) || !same_sentence(run, index, index + 2))
        return;
    unsigned wanted = wanted_by_opener(run, index), subject;

    if (wanted == 0)
        return;
    first = run->doc->sentences[sentence - 1].first_token;
    if (!token_is(token_at(run, first), POS_DETERMINER))
        return;
    subject = opening(run, first, &end);
    if ((subject != MAN && subject != WOMAN && subject != THING) || (subject & wanted) != 0 ||
        may_be_person(run, end - 1) || (named_before(run, sentence, &none) & wanted) != 0)
        return;
    report(run, "check/missing-antecedent", token_at(run, index)->span);
}

/* "er", "sie", "sein…", "ihr…" in lower case: the cheapest look first, for it is taken at every word. */
static bool may_be_meant(const struct check_run *run, const struct token *token)
{
    enum { LONGEST = 6 }; /* "seinem", "ihren" */
    size_t bytes = token->span.end - token->span.start;

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_QUOTED | TOKEN_CAPITAL)) != 0 || bytes > LONGEST)
        return false;
    struct slice word = token_text(run->doc, token);

    return slice_equal(word, SLICE("er")) || slice_equal(word, SLICE("sie")) || slice_starts(word, SLICE("sein")) ||
           slice_starts(word, SLICE("ihr"));
}

void check_pronouns(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++)
        if (may_be_meant(run, token_at(run, i)))
            look_at(run, i);
    for (size_t i = 1; i < run->doc->sentence_count; i++)
        look_at_opener(run, run->doc->sentences[i].first_token);
}
