/* Reads where a pronoun or the end of another phrase stands before a noun that is not its own. */
#include "checks/lone_words.h"

#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

bool is_the_one(const struct check_run *run, size_t index)
{
    return index > 0 && same_clause(run->doc, index - 1, index) && slice_starts(lower_at(run, index), SLICE("ein")) &&
           in_list_lower(run, LIST_WORDS_BEFORE_EINE, index - 1);
}

/* "der andere", "kein anderer" */
static bool is_other(const struct check_run *run, const struct noun_phrase *phrase)
{
    return phrase->noun > phrase->first + 1 && in_list_lower(run, LIST_FORMS_OF_ANDER, phrase->first + 1);
}

/* "Das eine ist Pflicht, das andere Kür": the second of two clauses, whose verb is the first one's. */
static bool is_second_of_two(const struct check_run *run, const struct noun_phrase *phrase)
{
    if (!is_other(run, phrase) || phrase->first == 0 ||
        (token_at(run, phrase->first - 1)->kind == TOKEN_WORD && !text_is(run, phrase->first - 1, "und")))
        return false;
    for (size_t i = sentence_first(run, phrase->first); i < phrase->first; i++)
        if (is_the_one(run, i) || slice_equal(lower_at(run, i), SLICE("einer")) ||
            slice_equal(lower_at(run, i), SLICE("eines")))
            return true;
    return false;
}

static bool holds_verb_of(const struct check_run *run, size_t index, enum named_list verbs)
{
    for (size_t i = stretch_first(run, index), end = stretch_end(run, index); i < end; i++)
        if (lemma_in(run, i, verbs))
            return true;
    return false;
}

/* "dass der andere Recht hat", "auch der Unrecht, der nichts tut": a noun that goes with a verb as its object and needs
 * no article. */
static bool is_object_without_article(const struct check_run *run, const struct noun_phrase *phrase)
{
    size_t noun = phrase->noun;
    bool other = is_other(run, phrase) && noun == phrase->first + 2;
    bool who = noun == phrase->first + 1 && text_is(run, noun + 1, ",") && same_sentence(run, noun, noun + 2) &&
               slice_equal(lower_at(run, phrase->first), lower_at(run, noun + 2));

    return (other || who) && in_list(run, LIST_BARE_OBJECTS, noun) && holds_verb_of(run, noun, LIST_LIGHT_VERBS);
}

/* "Gesundheit": no plural is known of it; "Respekt": beside such a verb it needs no article. */
static bool is_mass(const struct check_run *run, size_t noun)
{
    const struct token *token = token_at(run, noun);

    if (in_list(run, LIST_BARE_OBJECTS, noun) || is_kind_of(run, noun, LIST_BARE_NOUNS))
        return holds_verb_of(run, noun, LIST_LIGHT_VERBS);
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & NUMBER_PL) != 0 ||
            lemma_has_plural(&run->context->lexicon, token->analysis.readings[i].lemma))
            return false;
    return token->analysis.reading_count > 0;
}

/* What stands behind the first word agrees by itself, in a case that a subject or object has. */
static bool rest_stands_alone(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct noun_phrase rest = { .first = phrase->first + 1, .noun = phrase->noun };

    return rest.first == rest.noun || (strong_cases(run->doc, &rest) & (CASE_NOM | CASE_ACC)) != 0;
}

/* "das verschafft einem Achtung", "dass einem gute Ideen einfallen": the dative of man. */
static bool is_dative_of_man(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct noun_phrase rest = { .first = phrase->first + 1, .noun = phrase->noun };

    if (!slice_equal(lower_at(run, phrase->first), SLICE("einem")) || phrase->first == 0 ||
        !same_clause(run->doc, phrase->first - 1, phrase->first) ||
        token_is(token_at(run, phrase->first - 1), POS_PREPOSITION))
        return false;
    if (rest.first == rest.noun)
        return is_mass(run, rest.noun);
    return slice_ends(text_at(run, rest.first), SLICE("e")) &&
           (strong_numbers(run->doc, &rest, CASE_NOM) & NUMBER_PL) != 0;
}

/* Before the verb stands no subject: nothing, or what begins with an adverb or a preposition. */
static bool has_no_subject_before(const struct check_run *run, size_t verb)
{
    size_t first = stretch_first(run, verb);
    const struct token *opening = token_at(run, first);

    return first == verb || token_is(opening, POS_ADVERB) || token_is(opening, POS_PREPOSITION) ||
           slice_equal(lower_at(run, first), SLICE("so"));
}

/* "so ist das Reklame", "heißt das kontinuierliche Veränderung", "dass das fairer Wettbewerb ist": a pronoun, and what
 * is said of it at the end of the clause. */
static bool is_said_of_das(const struct check_run *run, const struct noun_phrase *phrase)
{
    size_t before = phrase->first - 1, behind = phrase->noun + 1;

    if (!slice_equal(lower_at(run, phrase->first), SLICE("das")) || phrase->first == 0 ||
        !same_clause(run->doc, before, phrase->first) || !rest_stands_alone(run, phrase))
        return false;
    if (token_is(token_at(run, before), POS_SUBORDINATOR))
        return same_clause(run->doc, phrase->noun, behind) && lemma_in(run, behind, LIST_VERBS_OF_BEING) &&
               token_is_finite(token_at(run, behind)) && stretch_end(run, behind) == behind + 1;
    return token_is_finite(token_at(run, before)) && lemma_in(run, before, LIST_VERBS_OF_BEING) &&
           stretch_end(run, phrase->noun) == behind && has_no_subject_before(run, before);
}

/* "umfassenden", "geltende": also of verbs whose participle no dictionary has. */
static bool looks_declined(struct slice word)
{
    static const char *const endings[] = { "e", "en", "em", "er", "es" };

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        if (slice_ends(word, slice_of(endings[i])))
            return true;
    return false;
}

bool is_object_of_attribute(const struct check_run *run, size_t noun)
{
    size_t behind = noun + 1;

    return same_clause(run->doc, noun, behind + 1) && token_at(run, behind)->kind == TOKEN_WORD &&
           looks_declined(text_at(run, behind)) && !is_capitalised(token_at(run, behind)) &&
           !token_is(token_at(run, behind), POS_DETERMINER) && is_capitalised(token_at(run, behind + 1)) &&
           token_is(token_at(run, behind + 1), POS_NOUN);
}

/* "in beider Interesse", "der beiden größter Erfolg": a genitive before what is theirs. */
static bool is_of_both(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct noun_phrase rest = { .first = phrase->first + 2, .noun = phrase->noun };

    if (slice_equal(lower_at(run, phrase->first), SLICE("beider")))
        return phrase->noun == phrase->first + 1;
    return slice_equal(lower_at(run, phrase->first), SLICE("der")) && rest.first < rest.noun &&
           text_is(run, phrase->first + 1, "beiden") && (strong_cases(run->doc, &rest) & CASE_NOM) != 0;
}

/* "berichtete die Bild": a newspaper has the gender of one. */
static bool is_newspaper(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = lower_at(run, phrase->first);

    return phrase->noun == phrase->first + 1 && in_list(run, LIST_FEMININE_PAPERS, phrase->noun) &&
           (slice_equal(first, SLICE("die")) || slice_equal(first, SLICE("der"))) &&
           (holds_verb_of(run, phrase->noun, LIST_VERBS_OF_SAYING) ||
            stretch_end(run, phrase->noun) == phrase->noun + 1 ||
            (phrase->first > 0 &&
             (token_is(token_at(run, phrase->first - 1), POS_PREPOSITION) || text_is(run, phrase->first - 1, "als"))));
}

bool is_two_phrases(const struct check_run *run, const struct noun_phrase *phrase)
{
    return is_second_of_two(run, phrase) || is_object_without_article(run, phrase) || is_dative_of_man(run, phrase) ||
           is_said_of_das(run, phrase) || is_of_both(run, phrase) || is_newspaper(run, phrase);
}

bool closes_adverbial(const struct check_run *run, size_t preposition)
{
    return preposition >= 2 && same_clause(run->doc, preposition - 2, preposition) &&
           slice_equal(lower_at(run, preposition - 2), SLICE("von")) &&
           in_list(run, LIST_CLOSING_PREPOSITIONS, preposition);
}

bool is_said_of_noun(const struct check_run *run, size_t first)
{
    if (in_list(run, LIST_WORDS_FOR_WORDS, first))
        return true;
    return first > 0 && same_clause(run->doc, first - 1, first) &&
           slice_equal(lower_at(run, first - 1), SLICE("des")) && slice_ends(text_at(run, first), SLICE("n")) &&
           !slice_ends(text_at(run, first + 1), SLICE("s"));
}
