/* Finds the verb of an object or a subject without a parse: by the places that German gives to finite verb, subject and
 * object.
 *
 * The document's clause (between commas) is cut at conjunctions that join verbs. A finite verb before the noun is its
 * verb, unless another one stands at the end ("hat … gehalten", "will … halten"). Without one before it, the next
 * behind it is. The noun is the object when something else is the subject. */
#include "rules/objects.h"

#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/word_types.h"

enum { REACH = 30 /* tokens to each side of the noun that are looked at */ };

/* Where to look: a part of a clause that has its own verb, and the phrase of the noun. */
struct scene {
    const struct lexicon *lexicon;
    const struct document *doc;
    uint32_t start, end; /* tokens of the part, end exclusive */
    uint32_t first, noun;
    bool joined; /* a conjunction stands before the part: its subject may stand before that */
};

static const struct token *at(const struct scene *scene, uint32_t index)
{
    return &scene->doc->tokens[index];
}

/* "eine klare Absage": an inflected adjective before its noun, whatever else its form can be; one that may be a finite
 * verb ("platzierten") only behind what belongs to the phrase. */
static bool is_attribute(const struct scene *scene, uint32_t index)
{
    const struct token *next = at(scene, index) + 1;

    if (index + 1 >= scene->end || (!token_is(next, POS_NOUN) && !token_is(next, POS_ADJECTIVE)))
        return false;
    if (token_is_finite(at(scene, index)) &&
        (index == scene->start || (!token_is(next - 2, POS_DETERMINER) && !token_is(next - 2, POS_ADJECTIVE) &&
                                   !token_is(next - 2, POS_PREPOSITION))))
        return false;
    for (uint16_t i = 0; i < at(scene, index)->analysis.reading_count; i++) {
        uint32_t features = at(scene, index)->analysis.readings[i].features;

        if (pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) == 0)
            return true;
    }
    return false;
}

/* "hat den Elfmeter sicher verwandelt": as a verb that would be an order, or said by the speaker. */
static bool is_rather_adjective(const struct token *token)
{
    bool other = false;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_VERB && verb_form_of(features) != VERB_IMPERATIVE &&
            (features & (PERSON_1 | PERSON_3)) != PERSON_1)
            return false;
        other = other || pos_of(features) == POS_ADJECTIVE || pos_of(features) == POS_ADVERB;
    }
    return other;
}

static bool is_verb(const struct scene *scene, uint32_t index)
{
    const struct token *token = at(scene, index);
    bool capital = (token->flags & TOKEN_CAPITAL) != 0 && (token->flags & TOKEN_SENTENCE_START) == 0;

    return !capital && (token_is(token, POS_VERB) || token_is(token, POS_AUXILIARY)) &&
           !token_is(token, POS_PREPOSITION) && !token_is(token, POS_DETERMINER) && !is_attribute(scene, index) &&
           !is_rather_adjective(token);
}

/* The next verb from one token on, before another; NO_ID when there is none. */
static uint32_t verb_in(const struct scene *scene, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (is_verb(scene, i))
            return i;
    return NO_ID;
}

static bool has_case(const struct token *token, enum pos pos, uint32_t grammatical_case)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == pos && (features & grammatical_case) != 0)
            return true;
    }
    return false;
}

static bool is_article(const struct token *token)
{
    return token_is(token, POS_DETERMINER);
}

/* "dem Großen Preis": the adjective of a name, read as a noun. */
static bool is_capital_attribute(const struct scene *scene, uint32_t index)
{
    const struct token *token = at(scene, index);

    return index > scene->start && (token->flags & TOKEN_CAPITAL) != 0 &&
           (token->type->small_traits >> TRAIT_ATTRIBUTE & 1) != 0 && is_article(token - 1);
}

/* Where the phrase of a noun begins: over adjectives, numbers and adverbs to its determiner. */
static uint32_t phrase_start(const struct scene *scene, uint32_t noun)
{
    uint32_t start = noun;

    while (start > scene->start) {
        const struct token *before = at(scene, start - 1);

        if (is_article(before))
            return start - 1;
        if (!is_capital_attribute(scene, start - 1) &&
            (is_verb(scene, start - 1) || token_is(before, POS_PREPOSITION) ||
             (before->kind != TOKEN_NUMBER && !token_is(before, POS_ADJECTIVE) && !token_is(before, POS_NUMERAL) &&
              !token_is(before, POS_ADVERB))))
            break;
        start--;
    }
    return start;
}

/* "zu viel Geld": here zu is no preposition. */
static bool says_too_much(const struct scene *scene, uint32_t start)
{
    struct slice next = token_text(scene->doc, at(scene, start));

    return slice_equal(token_lower(at(scene, start - 1)), SLICE("zu")) &&
           (slice_equal(next, SLICE("viel")) || slice_equal(next, SLICE("viele")) ||
            slice_equal(next, SLICE("wenig")) || slice_equal(next, SLICE("wenige")));
}

static bool is_nominal(const struct token *token)
{
    return token_is(token, POS_NOUN) || token_is(token, POS_NAME) ||
           (token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 &&
            ((token->flags & TOKEN_SENTENCE_START) == 0 || token->analysis.reading_count == 0));
}

/* "mit der Weisheit und Sorge": a bare noun behind und shares the preposition of the noun before. */
static bool shares_preposition(const struct scene *scene, uint32_t start)
{
    return start > scene->start + 2 && !is_article(at(scene, start)) && is_nominal(at(scene, start)) &&
           is_nominal(at(scene, start - 2)) &&
           (slice_equal(token_text(scene->doc, at(scene, start - 1)), SLICE("und")) ||
            slice_equal(token_text(scene->doc, at(scene, start - 1)), SLICE("oder")));
}

static bool is_zu_infinitive(const struct scene *scene, uint32_t index)
{
    return token_is_verb_form(at(scene, index), VERB_ZU_INFINITIVE) ||
           (index > scene->start && token_is_verb_form(at(scene, index), VERB_INFINITIVE) &&
            slice_equal(token_text(scene->doc, at(scene, index - 1)), SLICE("zu")));
}

/* "eine Rede zu halten", "abzuhalten", "halten zu wollen": no subject is needed. */
static bool is_infinitive(const struct scene *scene, uint32_t verb)
{
    if (is_zu_infinitive(scene, verb))
        return true;
    for (uint32_t i = verb + 1; i < scene->end && token_is_verb_form(at(scene, verb), VERB_INFINITIVE); i++)
        if (is_zu_infinitive(scene, i))
            return true;
    return false;
}

/* "um die Kosten zu senken": here um, ohne and statt open an infinitive and govern nothing. */
static bool opens_infinitive(const struct scene *scene, uint32_t index)
{
    if (!lemma_in_list(scene->lexicon, LIST_INFINITIVE_OPENERS, at(scene, index)))
        return false;
    for (uint32_t i = scene->noun + 1; i < scene->end; i++)
        if (is_zu_infinitive(scene, i))
            return true;
    return false;
}

/* "Während die Regierung": in the wrong case for a preposition. */
static bool opens_clause(const struct scene *scene, uint32_t index)
{
    const struct token *token = at(scene, index);

    return token_is(token, POS_SUBORDINATOR) && is_article(token + 1) &&
           !has_case(token + 1, POS_DETERMINER, preposition_cases(token));
}

/* "gegen | mehr als 50 Brände": where the phrase begins with what compares its number. */
static uint32_t before_comparison(const struct scene *scene, uint32_t start)
{
    if (start < scene->start + 2 || !slice_is(token_text(scene->doc, at(scene, start - 1)), "als"))
        return start;
    struct slice degree = token_lower(at(scene, start - 2));

    return slice_is(degree, "mehr") || slice_is(degree, "weniger") ? start - 2 : start;
}

/* Behind a preposition, or one that holds the article ("im", "zur"), a phrase is neither subject nor object. */
static bool is_governed(const struct scene *scene, uint32_t start)
{
    while (shares_preposition(scene, start))
        start = phrase_start(scene, start - 2);
    start = before_comparison(scene, start);
    return start > scene->start && token_is(at(scene, start - 1), POS_PREPOSITION) && !says_too_much(scene, start) &&
           !opens_infinitive(scene, start - 1) && !opens_clause(scene, start - 1);
}

/* The cases that determiner, adjectives and noun allow; all of them where they do not tell, none where endings without
 * a determiner fit no noun ("die dort geplanten Reisen", read from the adjective on). */
static uint32_t cases_of(const struct scene *scene, uint32_t start, uint32_t noun)
{
    struct noun_phrase phrase;
    enum pos pos = is_article(at(scene, start)) ? POS_DETERMINER : POS_NOUN;
    uint32_t cases = 0;
    /* "nahm später Abschied": the adverb looks like an ending of spät. */
    bool adverb = start < noun && pos == POS_NOUN && token_is(at(scene, start), POS_ADVERB);

    if (!adverb && noun_phrase_at(scene->doc, start, &phrase) && phrase.noun == noun) {
        if (!phrase.has_determiner)
            return strong_cases(scene->doc, &phrase);
        cases = agreeing_cases(scene->doc, &phrase, NULL);
        if (cases != 0)
            return cases;
    }
    for (uint32_t one = CASE_NOM; one <= CASE_ACC; one <<= 1)
        if (has_case(at(scene, pos == POS_NOUN ? noun : start), pos, one))
            cases |= one;
    return cases == 0 ? CASE_ANY : cases; /* names; "wenig", "mehr" */
}

static bool names_time(const struct scene *scene, const struct token *token)
{
    return lemma_in_list(scene->lexicon, LIST_TIME_NOUNS, token) || lemma_in_list(scene->lexicon, LIST_WEEKDAYS, token);
}

/* "Auf", "Nächste Woche" at the start of a sentence: whoever bears that name, here it is none. */
static bool is_other_word(const struct scene *scene, uint32_t index)
{
    const struct token *token = at(scene, index);

    return (token->flags & TOKEN_SENTENCE_START) != 0 &&
           (token_is(token, POS_PREPOSITION) || token_is(token, POS_ADVERB) || token_is(token, POS_CONJUNCTION) ||
            token_is(token, POS_SUBORDINATOR) ||
            (token_is(token, POS_ADJECTIVE) && index + 1 < scene->end && token_is(token + 1, POS_NOUN)));
}

/* True when the token may be the subject; sure: when it can be nothing else. */
static bool is_subject(const struct scene *scene, uint32_t index, bool sure)
{
    const struct token *token = at(scene, index);

    if (has_case(token, POS_PRONOUN, CASE_NOM) || has_case(token, POS_RELATIVE, CASE_NOM))
        return (!sure || !has_case(token, POS_PRONOUN, CASE_ACC | CASE_DAT)) && !is_governed(scene, index) &&
               (index + 1 >= scene->end || !is_article(token) || !is_nominal(token + 1));
    if (!is_nominal(token) || is_other_word(scene, index))
        return false;
    uint32_t start = phrase_start(scene, index);
    uint32_t cases = is_governed(scene, start) ? 0 : cases_of(scene, start, index);

    /* "am Institut von Professor Müller", "Müllers Praxis": the name belongs to the other noun. "Dieses Jahr" says
     * when. */
    if (!sure && ((start == index && index > scene->start && is_nominal(token - 1)) ||
                  (index + 1 == scene->first && slice_ends(token_text(scene->doc, token), SLICE("s"))) ||
                  ((cases & CASE_ACC) != 0 && names_time(scene, token))))
        return false;
    return (cases & CASE_NOM) != 0 && (!sure || (cases & CASE_ACC) == 0);
}

static bool holds_lemma(const struct scene *scene, struct slice lemma)
{
    for (uint32_t i = scene->start; i < scene->end; i++)
        for (uint16_t r = 0; r < at(scene, i)->analysis.reading_count; r++)
            if (slice_equal(lemma_text(scene->lexicon, at(scene, i)->analysis.readings[r].lemma), lemma))
                return true;
    return false;
}

/* "wird gehalten", "lässt sich halten" */
static bool is_passive(const struct scene *scene, uint32_t verb)
{
    if (token_is_verb_form(at(scene, verb), VERB_PARTICIPLE2))
        return holds_lemma(scene, SLICE("werden"));
    if (!token_is_verb_form(at(scene, verb), VERB_INFINITIVE) || !holds_lemma(scene, SLICE("lassen")))
        return false;
    for (uint32_t i = scene->start; i < scene->end; i++)
        if (slice_equal(token_text(scene->doc, at(scene, i)), SLICE("sich")))
            return true;
    return false;
}

/* "Tomaten und Kartoffeln": where the row of nouns begins in which the scene's noun stands; they share its part. */
static uint32_t row_start(const struct scene *scene)
{
    uint32_t start = scene->first;

    while (start > scene->start + 1 &&
           (token_is(at(scene, start - 1), POS_CONJUNCTION) || at(scene, start - 1)->kind == TOKEN_PUNCTUATION) &&
           is_nominal(at(scene, start - 2)))
        start = phrase_start(scene, start - 2);
    return start;
}

static bool is_definite(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & FEATURE_DETERMINER_DEFINITE) != 0)
            return true;
    return false;
}

/* "Das behauptet die Partei": the pronoun is rather the object; not in "das markiert ein Jahr". */
static bool points_back(const struct scene *scene, uint32_t index)
{
    struct slice text = token_lower(at(scene, index));

    return slice_equal(text, SLICE("das")) || slice_equal(text, SLICE("dies")) || slice_equal(text, SLICE("was"));
}

/* Something else that is the subject: before the noun whatever may be it, behind it what can be nothing else. */
static bool has_other_subject(const struct scene *scene)
{
    uint32_t row = row_start(scene);
    bool other = (cases_of(scene, scene->first, scene->noun) & CASE_NOM) == 0 || !is_definite(at(scene, scene->first));

    for (uint32_t i = scene->start; i < row; i++)
        if (is_subject(scene, i, false) && (other || !points_back(scene, i)))
            return true;
    for (uint32_t i = scene->noun + 1; i < scene->end; i++)
        if (is_subject(scene, i, true))
            return true;
    return false;
}

/* "will Personal abbauen | und die Kosten senken": both verbs belong to the finite one before them. */
static bool shares_finite_verb(const struct scene *scene, uint32_t verb)
{
    uint32_t clause = at(scene, scene->start)->clause, i = scene->start;

    if (!scene->joined || i < 3)
        return false;
    const struct token *other = at(scene, i - 2);
    bool alike = (token_is_verb_form(at(scene, verb), VERB_INFINITIVE) && token_is_verb_form(other, VERB_INFINITIVE)) ||
                 (token_is_verb_form(at(scene, verb), VERB_PARTICIPLE2) && token_is_verb_form(other, VERB_PARTICIPLE2));

    for (i -= 2; alike && i-- > 0 && at(scene, i)->clause == clause;)
        if (token_is(at(scene, i), POS_AUXILIARY) && token_is_finite(at(scene, i)))
            return true;
    return false;
}

static uint32_t numbers_of(const struct token *token)
{
    uint32_t numbers = 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        numbers |= token->analysis.readings[i].features & NUMBER_ANY;
    return numbers;
}

/* The verb's number, NUMBER_ANY when its forms or the clause do not tell: the finite form's, before or behind. */
static uint32_t finite_number(const struct scene *scene)
{
    uint32_t number = 0;

    for (uint32_t i = scene->start; i < scene->end; i++)
        if (is_verb(scene, i) && token_is_finite(at(scene, i)))
            number |= numbers_of(at(scene, i));
    return number == 0 ? NUMBER_ANY : number;
}

/* As a noun, where it is one: "Stürme" is a form of stürmen as well. */
static uint32_t noun_numbers(const struct token *token)
{
    uint32_t numbers = 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_NOUN)
            numbers |= token->analysis.readings[i].features & NUMBER_ANY;
    return numbers == 0 ? numbers_of(token) : numbers;
}

static uint32_t noun_number(const struct scene *scene)
{
    struct noun_phrase phrase;
    uint32_t number = 0, own = noun_numbers(at(scene, scene->noun));

    if (noun_phrase_at(scene->doc, scene->first, &phrase) && phrase.noun == scene->noun && phrase.has_determiner)
        number = numbers_of(at(scene, scene->first));
    return (number & own) == 0 ? own : number & own;
}

/* "Weizen, Tomaten und Kartoffeln": the noun is the first of a row. */
static bool begins_row(const struct scene *scene)
{
    uint32_t next = scene->noun + 1;

    if (next + 1 >= scene->doc->token_count || at(scene, next)->sentence != at(scene, scene->noun)->sentence)
        return false;
    return token_is(at(scene, next), POS_CONJUNCTION) ||
           (slice_is(token_text(scene->doc, at(scene, next)), ",") &&
            (is_nominal(at(scene, next + 1)) || is_article(at(scene, next + 1)) ||
             token_is(at(scene, next + 1), POS_ADJECTIVE)));
}

/* "Menschen, die Nüsse aßen, schnitten ihr Risiko", "Die Saison laichte drei Stürme": behind a verb of the other number
 * the noun is no subject. One of several may be. */
static bool differs_in_number(const struct scene *scene, uint32_t verb)
{
    return verb < scene->first && token_is_finite(at(scene, verb)) && row_start(scene) == scene->first &&
           !begins_row(scene) && (noun_number(scene) & finite_number(scene)) == 0;
}

/* The subject that a verb with an object has, or needs not have. */
static bool has_subject(const struct scene *scene, uint32_t verb)
{
    bool before = verb < scene->first; /* else the phrase may stand first: "Eine Rede hielt er" */

    return is_passive(scene, verb) || is_infinitive(scene, verb) || (scene->joined && before) ||
           shares_finite_verb(scene, verb) || has_other_subject(scene) || differs_in_number(scene, verb);
}

/* "hat Abgaben und Steuern gesenkt": what stands before the conjunction is an auxiliary that waits for the full verb
 * behind it. */
static bool waits_for_verb(const struct scene *scene, uint32_t index)
{
    for (uint32_t i = scene->start; i < index; i++)
        if (is_verb(scene, i) && !token_is(at(scene, i), POS_AUXILIARY))
            return false;
    for (uint32_t i = index + 1; i < scene->end; i++)
        if (is_verb(scene, i) && token_is_finite(at(scene, i)) && !token_is_verb_form(at(scene, i), VERB_INFINITIVE) &&
            !token_is_verb_form(at(scene, i), VERB_PARTICIPLE2))
            return false;
    return true;
}

/* A conjunction with a verb on both sides; "noch" and "doch" are mostly none. */
static bool joins(const struct scene *scene, uint32_t index)
{
    const struct token *token = at(scene, index);

    return token_is(token, POS_CONJUNCTION) && !token_is(token, POS_ADVERB) &&
           verb_in(scene, scene->start, index) != NO_ID && verb_in(scene, index, scene->end) != NO_ID &&
           !waits_for_verb(scene, index);
}

/* Cuts the clause around the noun. */
static void cut(struct scene *scene)
{
    for (uint32_t i = scene->noun; i-- > scene->start;)
        if (joins(scene, i)) {
            scene->start = i + 1;
            scene->joined = true;
            break;
        }
    for (uint32_t i = scene->noun + 1; i < scene->end; i++)
        if (joins(scene, i)) {
            scene->end = i;
            break;
        }
}

static struct scene scene_around(const struct lexicon *lexicon, const struct document *doc, uint32_t noun)
{
    struct scene scene = { .lexicon = lexicon, .doc = doc, .start = noun, .end = noun + 1, .noun = noun };
    uint32_t clause = doc->tokens[noun].clause;

    while (scene.start > 0 && noun - scene.start < REACH && doc->tokens[scene.start - 1].clause == clause)
        scene.start--;
    while (scene.end < doc->token_count && scene.end - noun < REACH && doc->tokens[scene.end].clause == clause)
        scene.end++;
    cut(&scene);
    scene.first = phrase_start(&scene, noun);
    return scene;
}

/* Behind the noun: the full verb, if there is one, else the auxiliary. */
static uint32_t verb_behind(const struct scene *scene)
{
    uint32_t verb = verb_in(scene, scene->noun + 1, scene->end);

    for (uint32_t i = verb; i < scene->end; i++)
        if (is_verb(scene, i) && !token_is(at(scene, i), POS_AUXILIARY))
            return i;
    return verb;
}

static uint32_t verb_before(const struct scene *scene)
{
    for (uint32_t i = scene->first; i-- > scene->start;)
        if (is_verb(scene, i) && token_is_finite(at(scene, i)))
            return i;
    return NO_ID;
}

/* The verb of the noun's clause; NO_ID when there is none. A participle may stand first ("Gesenkt wurden auch die
 * Steuern"). */
static uint32_t verb_of_clause(const struct scene *scene)
{
    uint32_t behind = verb_behind(scene), before = behind != NO_ID ? NO_ID : verb_before(scene);

    if (before != NO_ID && before == scene->start + 1 && is_verb(scene, scene->start) &&
        token_is(at(scene, before), POS_AUXILIARY) && token_is_verb_form(at(scene, scene->start), VERB_PARTICIPLE2))
        return scene->start;
    return behind != NO_ID ? behind : before;
}

static bool is_bare_adjective(const struct scene *scene, uint32_t index)
{
    if (index <= scene->noun || is_verb(scene, index) || token_is(at(scene, index), POS_PREPOSITION))
        return false;
    for (uint16_t i = 0; i < at(scene, index)->analysis.reading_count; i++) {
        uint32_t features = at(scene, index)->analysis.readings[i].features;

        if (pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) != 0)
            return true;
    }
    return false;
}

/* "aufs Spiel", but not "nach dem Spiel". */
static bool in_set_phrase(const struct scene *scene, uint32_t noun)
{
    uint32_t start = phrase_start(scene, noun);

    return is_governed(scene, start) &&
           !lemma_in_list(scene->lexicon, LIST_ADVERBIAL_PREPOSITIONS, at(scene, start - 1));
}

/* "hält die Debatte für ein Manöver", "Für eine Farce halten sie die Wahl": what the object is taken for. */
static bool is_judged(const struct scene *scene, uint32_t verb)
{
    if (!lemma_in_list(scene->lexicon, LIST_VERBS_OF_JUDGING, at(scene, verb)))
        return false;
    for (uint32_t i = scene->start; i + 1 < scene->end; i++)
        if (slice_is(token_lower(at(scene, i)), "für"))
            return true;
    return false;
}

/* "machte die Rede öffentlich", "hielt sie für falsch", "nahm sie zur Kenntnis": verb and object say something only
 * together with that. */
static bool has_complement(const struct scene *scene, uint32_t verb)
{
    uint32_t last = scene->end - 1;

    while (last > scene->noun && at(scene, last)->kind == TOKEN_PUNCTUATION)
        last--;
    bool judged = last > scene->noun && token_is(at(scene, last - 1), POS_PREPOSITION) && is_verb(scene, last) &&
                  !is_infinitive(scene, last);

    uint32_t before = verb;

    /* What stands before the verb, "zu" aside; before a verb in second place nothing does. */
    if (before > scene->noun + 1)
        before--;
    if (before > scene->noun + 1 && slice_equal(token_text(scene->doc, at(scene, before)), SLICE("zu")))
        before--;

    if (is_judged(scene, verb))
        return true;
    if (lemma_in_list(scene->lexicon, LIST_RESULTATIVE_VERBS, at(scene, verb)) &&
        (judged || is_bare_adjective(scene, last) || is_bare_adjective(scene, before)))
        return true;
    for (uint32_t i = scene->start; i <= last; i++)
        if (is_nominal(at(scene, i)) && lemma_in_list(scene->lexicon, LIST_COMPLEMENTS, at(scene, i)) &&
            in_set_phrase(scene, i))
            return true;
    return false;
}

/* "die Entscheidung der Richter": a phrase right behind a noun belongs to it. */
static bool is_genitive(const struct scene *scene, uint32_t start, uint32_t noun)
{
    return (cases_of(scene, start, noun) & CASE_GEN) != 0 && start > scene->start && is_nominal(at(scene, start - 1));
}

static bool is_dative(const struct scene *scene, uint32_t index)
{
    const struct token *token = at(scene, index);

    if (token_is(token, POS_PRONOUN) && !is_article(token) && !is_governed(scene, index))
        return has_case(token, POS_PRONOUN, CASE_DAT) && !has_case(token, POS_PRONOUN, CASE_NOM);
    if (has_case(token, POS_RELATIVE, CASE_DAT) && index == scene->start && index > 0 &&
        token[-1].kind == TOKEN_PUNCTUATION)
        return true;
    if (!is_nominal(token))
        return false;
    uint32_t start = phrase_start(scene, index);

    return !is_governed(scene, start) && is_article(at(scene, start)) &&
           (cases_of(scene, start, index) & (CASE_NOM | CASE_DAT)) == CASE_DAT && !is_genitive(scene, start, index);
}

/* "nahm ihm die Angst": with a dative, taking is taking away. */
static bool is_taken_away(const struct scene *scene, uint32_t verb)
{
    if (!lemma_in_list(scene->lexicon, LIST_TAKING_VERBS, at(scene, verb)))
        return false;
    for (uint32_t i = scene->start; i < scene->end; i++)
        if (is_dative(scene, i))
            return true;
    return false;
}

/* "es gibt", "gab es": what stands there is all there is. */
static bool is_impersonal(const struct scene *scene)
{
    for (uint32_t i = scene->start; i < scene->end; i++)
        if ((slice_equal(token_text(scene->doc, at(scene, i)), SLICE("es")) ||
             slice_equal(token_text(scene->doc, at(scene, i)), SLICE("Es"))) &&
            !is_governed(scene, i))
            return true;
    return false;
}

/* "Ihrer Pass Line-Wette": the noun before has a determiner that is not its own. */
static bool belongs_together(const struct scene *scene, uint32_t before)
{
    struct noun_phrase phrase;
    uint32_t start = phrase_start(scene, before);

    return is_nominal(at(scene, before)) && is_article(at(scene, start)) &&
           noun_phrase_at(scene->doc, start, &phrase) && phrase.noun == before &&
           agreeing_cases(scene->doc, &phrase, NULL) == 0;
}

/* The verb whose object the scene's noun is, or a relative pronoun in its place. */
static uint32_t object_verb(const struct scene *scene, uint32_t verb, uint32_t cases)
{
    if (verb == NO_ID || is_governed(scene, scene->first) || (is_impersonal(scene) && !is_passive(scene, verb)) ||
        has_complement(scene, verb) || is_taken_away(scene, verb))
        return NO_ID;
    if (scene->first == scene->noun && scene->noun > scene->start && belongs_together(scene, scene->noun - 1))
        return NO_ID;
    /* "sein Leben lang" */
    if (scene->noun + 1 < scene->end && slice_equal(token_text(scene->doc, at(scene, scene->noun + 1)), SLICE("lang")))
        return NO_ID;
    uint32_t wanted = is_passive(scene, verb) ? CASE_NOM | CASE_ACC : CASE_ACC;

    return (cases & wanted) != 0 && (cases == CASE_ACC || has_subject(scene, verb)) ? verb : NO_ID;
}

/* The verb whose subject the scene's noun is, or a relative pronoun in its place. */
static uint32_t subject_verb(const struct scene *scene, uint32_t verb, uint32_t cases)
{
    if (verb == NO_ID || is_governed(scene, scene->first) || is_genitive(scene, scene->first, scene->noun) ||
        is_passive(scene, verb) || is_infinitive(scene, verb))
        return NO_ID;
    if ((cases & CASE_NOM) == 0 || (noun_number(scene) & finite_number(scene)) == 0)
        return NO_ID;
    return (cases & CASE_ACC) != 0 && has_other_subject(scene) ? NO_ID : verb;
}

static uint32_t verb_of(const struct scene *scene, enum relation_kind kind, uint32_t cases)
{
    uint32_t verb = verb_of_clause(scene);

    return kind == RELATION_OBJECT ? object_verb(scene, verb, cases) : subject_verb(scene, verb, cases);
}

/* "was", "wer": behind a noun they ask ("auf die Frage, was er tue"). */
static bool is_question_word(const struct token *token)
{
    return slice_is(token_lower(token), "was") || slice_is(token_lower(token), "wer");
}

/* "die Firma, die er führt": the verb of the relative clause right behind the noun, by the pronoun's place in it. */
static uint32_t verb_of_relative_clause(const struct lexicon *lexicon, const struct document *doc, uint32_t noun,
                                        enum relation_kind kind)
{
    const struct token *token = &doc->tokens[noun];

    struct noun_phrase other;

    if (noun + 3 >= doc->token_count || token[1].kind != TOKEN_PUNCTUATION || token[2].clause == token->clause)
        return NO_ID;
    uint32_t cases = is_question_word(&token[2]) ? 0 : relative_cases(&token[2]);

    /* "die Firma, die Bank und": a row of nouns. */
    if (cases == 0 || is_nominal(&token[3]) || noun_phrase_at(doc, noun + 2, &other) ||
        (numbers_of(token) & numbers_of(&token[2])) == 0)
        return NO_ID;
    struct scene scene = scene_around(lexicon, doc, noun + 2);

    return verb_of(&scene, kind, cases);
}

/* "die gesenkten Steuern", "steigende Preise": the participle before the noun; NO_ID where it is none of that voice. */
static uint32_t participle_before(const struct document *doc, uint32_t noun, enum relation_kind kind)
{
    static const char *const endings[] = { "ende", "enden", "ender", "endes", "endem" };

    /* "die leeren Schiffe": no form of leeren. */
    if (noun == 0 || !is_inflected_adjective(&doc->tokens[noun - 1]) ||
        token_is_verb_form(&doc->tokens[noun - 1], VERB_INFINITIVE))
        return NO_ID;
    bool active = false;

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        active = active || slice_ends(token_text(doc, &doc->tokens[noun - 1]), slice_of(endings[i]));
    return active == (kind == RELATION_SUBJECT) ? noun - 1 : NO_ID;
}

void verbs_of_noun(const struct lexicon *lexicon, const struct document *doc, uint32_t noun, enum relation_kind kind,
                   uint32_t verbs[RELATION_VERBS])
{
    struct scene scene = scene_around(lexicon, doc, noun);

    verbs[0] = verb_of(&scene, kind, cases_of(&scene, scene.first, noun));
    verbs[1] = verb_of_relative_clause(lexicon, doc, noun, kind);
    verbs[2] = participle_before(doc, noun, kind);
}
