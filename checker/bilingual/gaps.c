/* Marks parts of a sentence that are left out or added: items of a list, phrases, clauses.
 *
 * Words may be rendered freely, so words without a link say nothing by themselves. They do where the other sentence has
 * (nearly) no word that could stand for them, and is as much too short. */
#include "bilingual/negation_words.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* A sentence of more words that carry sense may be rendered freely, or be cut in two. */
#define MOST_CONTENT 14

/* German is so much longer (see alignment.c). */
#define GERMAN_PER_ENGLISH 1.12

/* A sentence on one side, and what its words have on the other. */
struct side {
    const struct document *doc;
    uint32_t first, end;
    uint32_t content, unlinked;              /* words that carry sense, and those of them without a link */
    uint32_t gap_first, gap_last, gap_words; /* the longest run of the latter */
    double weight;                           /* of all unlinked: names and numbers say more than verbs */
    double gap_weight;                       /* of those in the run */
    uint32_t commas, conjunctions;           /* "and", "or" */
};

struct pair_of_sentences {
    const struct check_run *run;
    const struct bilingual *bilingual;
    struct side english, german;
};

/* ---- words ---- */

/* "he said", "adding that": told in German by the mood of the verb, or anywhere in the sentence. */
static bool says(const struct pair_of_sentences *pair, uint32_t token)
{
    return english_is(pair->bilingual, token, SLICE("say")) || english_is(pair->bilingual, token, SLICE("add"));
}

/* "Jahr 2023", "siebziger Jahren": English has the number alone. */
static bool tells_year(const struct pair_of_sentences *pair, uint32_t token)
{
    const struct token *tokens = pair->run->doc->tokens;

    return german_is(pair->run, token, SLICE("Jahr")) &&
           ((token + 1 < pair->german.end && tokens[token + 1].kind == TOKEN_NUMBER) ||
            (token > pair->german.first && slice_ends(lower_at(pair->run, token - 1), SLICE("ziger"))));
}

/* "umfangreich", "unzählig": may be added to any noun that the English has. */
static bool is_light_adjective(const struct pair_of_sentences *pair, uint32_t token)
{
    return token + 1 < pair->german.end && pair->bilingual->german[token + 1].linked != LINK_NONE &&
           (pair->run->doc->tokens[token].flags & TOKEN_CAPITAL) == 0 &&
           german_entry(pair->run, named_list(pair->bilingual->lexicon, LIST_LIGHT_ADJECTIVES), token);
}

static bool is_content(const struct pair_of_sentences *pair, const struct side *side, uint32_t token)
{
    const struct token *at = &side->doc->tokens[token];

    if (at->kind != TOKEN_WORD)
        return at->kind == TOKEN_NUMBER;
    if (side == &pair->english)
        return (pair->bilingual->words[token].flags & ENGLISH_CONTENT) != 0 && !says(pair, token);
    return !is_light_word(at) && !tells_year(pair, token) && !is_light_adjective(pair, token) &&
           !german_entry(pair->run, named_list(pair->bilingual->lexicon, LIST_LIGHT_GERMAN), token);
}

/* "wondering about us and wondering about": German says it once. */
static bool is_repeated(const struct pair_of_sentences *pair, uint32_t token, uint32_t other)
{
    const struct english_record *left = pair->bilingual->words[token].record;

    return left != NULL && left == pair->bilingual->words[other].record;
}

/* The English word has its German: one of its own, a compound, or one that it shares with the word beside it ("chief
 * executive"); not one that renders another word. */
static bool has_german(const struct pair_of_sentences *pair, uint32_t token)
{
    const struct english_word *word = &pair->bilingual->words[token];

    if (word->best != NO_ID)
        return true;
    for (uint32_t i = 0; i < word->link_count; i++) {
        uint32_t german = pair->bilingual->links[word->first_link + i].german;
        uint32_t other = pair->bilingual->german[german].best;

        if ((pair->run->doc->tokens[german].analysis.part_count > 1 &&
             pair->bilingual->links[word->first_link + i].kind >= LINK_LEARNED) ||
            other == NO_ID || other + 1 == token || token + 1 == other || is_repeated(pair, token, other))
            return true;
    }
    return word->link_count == 0 && may_hide_in_compound(pair->run, token);
}

/* "(190 miles)" behind "300 km": one of the two is enough. */
static bool is_conversion(const struct side *side, uint32_t token)
{
    uint32_t first = token;

    while (first > side->first && token - first < 3 && side->doc->tokens[first].kind != TOKEN_PUNCTUATION)
        first--;
    return slice_equal(token_text(side->doc, &side->doc->tokens[first]), SLICE("(")) && first + 1 < side->end &&
           side->doc->tokens[first + 1].kind == TOKEN_NUMBER;
}

/* "34" of "34-year-old"; empty for a word that does not begin so. */
static struct slice figure_of(const struct side *side, uint32_t token)
{
    struct slice text = token_text(side->doc, &side->doc->tokens[token]), figure = { text.at, 0 };

    while (figure.len < text.len && text.at[figure.len] >= '0' && text.at[figure.len] <= '9')
        figure.len++;
    return figure.len < text.len && text.at[figure.len] == '-' ? figure : (struct slice){ 0 };
}

/* "34-year-old", "aged 34" – "34-jährig". */
static bool has_figure_in(const struct side *side, uint32_t token, const struct side *other)
{
    struct slice figure = side->doc->tokens[token].kind == TOKEN_NUMBER
                              ? token_text(side->doc, &side->doc->tokens[token])
                              : figure_of(side, token);

    for (uint32_t i = other->first; figure.len > 0 && i < other->end; i++)
        if (slice_equal(figure_of(other, i), figure))
            return true;
    return false;
}

static uint32_t count_numbers(const struct side *side)
{
    uint32_t count = 0;

    for (uint32_t i = side->first; i < side->end; i++)
        count += side->doc->tokens[i].kind == TOKEN_NUMBER;
    return count;
}

/* "3 p.m." – "15 Uhr": both sentences have as many numbers. Which, is another check's business. */
static bool is_other_number(const struct pair_of_sentences *pair, const struct side *side, uint32_t token)
{
    return side->doc->tokens[token].kind == TOKEN_NUMBER &&
           count_numbers(&pair->english) == count_numbers(&pair->german);
}

static bool is_linked(const struct pair_of_sentences *pair, const struct side *side, uint32_t token)
{
    if (is_other_number(pair, side, token))
        return true;
    if (is_conversion(side, token) ||
        (((side->doc->tokens[token].flags & TOKEN_HYPHEN) != 0 || side->doc->tokens[token].kind == TOKEN_NUMBER) &&
         has_figure_in(side, token, side == &pair->english ? &pair->german : &pair->english)))
        return true;
    return side == &pair->english ? has_german(pair, token) : pair->bilingual->german[token].linked != LINK_NONE;
}

/* What Ding has first for the English word is a noun. */
static double english_weight(const struct pair_of_sentences *pair, uint32_t token)
{
    const struct lexicon *lexicon = pair->bilingual->lexicon;
    const struct english_word *word = &pair->bilingual->words[token];

    if ((word->flags & ENGLISH_NAME) != 0)
        return 1.5;
    for (uint32_t i = 0; word->record != NULL && i < word->record->stem_count; i++) {
        const struct translation_record *row = stem_translation(lexicon, word->record, i);

        if (row == NULL || row->count == 0)
            continue;
        struct slice german = lemma_text(lexicon, lexicon->translation_words[row->first].lemma);

        return german.len > 0 && ((*german.at >= 'A' && *german.at <= 'Z') || (unsigned char)*german.at == 0xc3) ? 1
                                                                                                                 : 0.6;
    }
    return word->record == NULL ? 1 : 0.3;
}

static double german_weight(const struct token *token)
{
    bool capital = (token->flags & TOKEN_CAPITAL) != 0;

    if (token_is(token, POS_NAME) || token->analysis.reading_count == 0)
        return capital ? 1.5 : 0.3;
    if (token_is(token, POS_NOUN) && capital)
        return 1;
    if (token_is(token, POS_NUMERAL))
        return 1.5;
    return token_is(token, POS_ADJECTIVE) ? 0.6 : 0.4;
}

static double weight_of(const struct pair_of_sentences *pair, const struct side *side, uint32_t token)
{
    if (side->doc->tokens[token].kind == TOKEN_NUMBER)
        return 1.5;
    return side == &pair->english ? english_weight(pair, token) : german_weight(&side->doc->tokens[token]);
}

static bool is_comma(const struct side *side, uint32_t token)
{
    return slice_equal(token_text(side->doc, &side->doc->tokens[token]), SLICE(","));
}

static bool is_conjunction(const struct pair_of_sentences *pair, const struct side *side, uint32_t token)
{
    return token_in_list(&pair->run->context->lexicon, LIST_JOINTS, &side->doc->tokens[token]);
}

/* The words of an English phrase without sense of its own that begins here: "on the other hand". */
static uint32_t light_words(const struct pair_of_sentences *pair, const struct side *side, uint32_t token)
{
    uint32_t words = 0;
    size_t count;

    if (side == &pair->english)
        english_row(pair->run, named_table(pair->bilingual->lexicon, TABLE_LIGHT_ENGLISH), token, side->end, &count,
                    &words);
    return words;
}

static void measure(const struct pair_of_sentences *pair, struct side *side)
{
    uint32_t words = 0, from = 0, light;
    double weight = 0;

    for (uint32_t i = side->first; i < side->end; i++) {
        if ((light = light_words(pair, side, i)) > 0) {
            i += light - 1;
            continue;
        }
        side->commas += is_comma(side, i);
        side->conjunctions += is_conjunction(pair, side, i);
        if (words == 1 && i > side->first && is_comma(side, i - 1) && is_conjunction(pair, side, i))
            words = 0; /* ", und drei Seeleute": a clause of its own */
        if (!is_content(pair, side, i))
            continue;
        side->content++;
        if (is_linked(pair, side, i)) {
            words = 0;
            continue;
        }
        side->unlinked++;
        side->weight += weight_of(pair, side, i);
        weight = words == 0 ? weight_of(pair, side, i) : weight + weight_of(pair, side, i);
        if (words++ == 0)
            from = i;
        if (words > side->gap_words ||
            (side == &pair->english && words == side->gap_words && weight > side->gap_weight)) {
            side->gap_words = words;
            side->gap_first = from;
            side->gap_last = i;
            side->gap_weight = weight;
        }
    }
}

/* ---- judging ---- */

static double length_between(const struct side *side, uint32_t first, uint32_t last)
{
    return side->doc->tokens[last].span.end - side->doc->tokens[first].span.start;
}

/* The token before the gap and the determiner in front of it: "and" of "and a few goats"; the determiner itself where
 * the gap has none. */
static uint32_t before_gap_words(const struct pair_of_sentences *pair, const struct side *side)
{
    uint32_t token = side->gap_first > side->first ? side->gap_first - 1 : side->gap_first;

    if (!is_english_determiner(pair->bilingual, token) && token > side->first &&
        is_english_determiner(pair->bilingual, token - 1)) /* "a few", "a dozen" */
        token--;
    return is_english_determiner(pair->bilingual, token) && token > side->first ? token - 1 : side->gap_first;
}

/* The word or mark before the gap, an article or adjective left out; NO_ID: none. */
static uint32_t before_gap(const struct pair_of_sentences *pair, const struct side *side)
{
    for (uint32_t i = side->gap_first; i > side->first && i + 2 > side->gap_first; i--)
        if (is_comma(side, i - 1) || is_conjunction(pair, side, i - 1))
            return i - 1;
    return side == &pair->english && is_conjunction(pair, side, before_gap_words(pair, side))
               ? before_gap_words(pair, side)
               : NO_ID;
}

/* Its words weigh as much as nouns and names: no clause of verbs. */
static bool names_things(const struct side *side)
{
    return side->gap_weight >= side->gap_words * 0.79;
}

/* "and a dog": the gap is all that stands behind the "and", to a mark or preposition. */
static bool is_end_of_list(const struct pair_of_sentences *pair, const struct side *side)
{
    uint32_t before = side->gap_first - 1, behind = side->gap_last + 1;

    if (!is_conjunction(pair, side, before) && is_content(pair, side, before))
        return false;
    return behind == side->end || side->doc->tokens[behind].kind == TOKEN_PUNCTUATION ||
           (side->doc->tokens[behind].kind == TOKEN_WORD && !is_content(pair, side, behind));
}

/* "horse and cart" – "Pferdekutsche": the word before the joint is but a part of a compound. */
static bool is_part(const struct pair_of_sentences *pair, const struct side *side, uint32_t token)
{
    return side == &pair->english && pair->bilingual->words[token].best_kind == LINK_PART;
}

/* An item of a list of which the other side has fewer: the last, behind its "and", or one between commas. */
static bool is_item(const struct pair_of_sentences *pair, const struct side *side, const struct side *other)
{
    uint32_t joint = before_gap(pair, side), next = side->gap_last + 1;

    if (joint == NO_ID || joint == side->first || side->gap_words > 3 || is_part(pair, side, joint - 1) ||
        slice_ends(token_text(side->doc, &side->doc->tokens[side->gap_last]), SLICE("ed"))) /* "shot and killed" */
        return false;
    if (is_conjunction(pair, side, joint))
        return names_things(side) && (side->conjunctions > other->conjunctions ||
                                      (side->conjunctions + side->commas > other->conjunctions + other->commas &&
                                       is_end_of_list(pair, side)));
    return next < side->end && side->commas > other->commas && is_content(pair, side, joint - 1) &&
           is_linked(pair, side, joint - 1) && (is_comma(side, next) || is_conjunction(pair, side, next));
}

/* "tents, blankets and water" – "Zelte und Wasser": of two that are joined ("hopes and dreams") one may say it all. */
static bool is_of_long_list(const struct pair_of_sentences *pair, const struct side *side, const struct side *other)
{
    uint32_t joint = before_gap(pair, side);

    return side->conjunctions > 0 && side->commas > other->commas && (is_comma(side, joint) || side->commas > 1) &&
           !slice_ends(token_text(side->doc, &side->doc->tokens[side->gap_first]), SLICE("ing"));
}

/* "and a few goats", "and the dog": with a determiner of its own it is no half of "hopes and dreams". */
static bool is_determined_item(const struct pair_of_sentences *pair, const struct side *side)
{
    return side == &pair->english && side->unlinked == side->gap_words && side->gap_first > side->first + 1 &&
           is_conjunction(pair, side, before_gap_words(pair, side)) &&
           !slice_ends(token_text(side->doc, &side->doc->tokens[side->gap_first]), SLICE("ing"));
}

/* "Wein, Oliven, Käse und Brot" for "wine, olives and bread": the one word that has nothing in the other sentence, of
 * which all has, is an item of a list with more commas; how long the sentences are says nothing there. */
static bool is_lone_item(const struct pair_of_sentences *pair, const struct side *side, const struct side *other)
{
    return side->unlinked == 1 && other->unlinked == 0 && side->gap_weight >= 1 && other->conjunctions > 0 &&
           other->commas > 0 && is_item(pair, side, other) && is_of_long_list(pair, side, other);
}

/* Small words between a joint and the words that carry sense: ", who had", "and in the". */
#define MOST_SMALL 3

/* The gap with the small words around it. */
struct part {
    uint32_t first, end; /* tokens */
};

static struct part part_of(const struct pair_of_sentences *pair, const struct side *side)
{
    struct part part = { side->gap_first, side->gap_last + 1 };

    while (part.first > side->first && part.first + MOST_SMALL > side->gap_first &&
           (!is_content(pair, side, part.first - 1) || light_words(pair, side, part.first - 1) > 0) &&
           !is_comma(side, part.first - 1) && !is_conjunction(pair, side, part.first - 1))
        part.first--;
    while (part.end < side->end && part.end <= side->gap_last + MOST_SMALL && !is_content(pair, side, part.end) &&
           !is_comma(side, part.end) && !is_conjunction(pair, side, part.end) &&
           side->doc->tokens[part.end].kind == TOKEN_WORD)
        part.end++;
    return part;
}

/* "unless a buyer is found": English clauses need no comma before them. */
static bool opens_clause(const struct pair_of_sentences *pair, const struct side *side, struct part part)
{
    for (uint32_t i = part.first; side == &pair->english && i < side->gap_first; i++)
        if (lower_in_list(pair->bilingual->lexicon, LIST_ENGLISH_CLAUSE_OPENERS, &side->doc->tokens[i]))
            return true;
    return false;
}

/* The gap is a clause or phrase of its own: a comma or conjunction stands before it, or it opens the sentence, and a
 * comma, a conjunction or the end of the sentence stands behind it. */
static bool is_whole_part(const struct pair_of_sentences *pair, const struct side *side, struct part part)
{
    bool opens = part.first == side->first;

    if (!opens && !is_comma(side, part.first - 1) && !is_conjunction(pair, side, part.first - 1) &&
        !opens_clause(pair, side, part))
        return false;
    return part.end == side->end || side->doc->tokens[part.end].kind == TOKEN_PUNCTUATION ||
           (!opens && is_conjunction(pair, side, part.end));
}

/* What an editor is shown by default; shorter German may be but terse, then the mark is unsure. */
#define SURE 0.85

/* So much is missing that no paraphrase explains it: nearly half of the sentence, or less where many names and nouns
 * are without a link. */
static bool is_plain(const struct side *side, double share, bool is_english)
{
    return share >= 0.45 ? side->weight >= (is_english ? 2.5 : 1.6) : is_english && side->weight >= 6;
}

/* English words that a German noun may stand for, and that carry no sense themselves. */
static uint32_t count_pronouns(const struct pair_of_sentences *pair)
{
    uint32_t count = 0;

    for (uint32_t i = pair->english.first; i < pair->english.end; i++)
        count +=
            lower_in_list(pair->bilingual->lexicon, LIST_ENGLISH_NOUN_PRONOUNS, &pair->bilingual->english->tokens[i]);
    return count;
}

/* What is added to a sentence stands at its end, and is more than a noun in place of a pronoun. */
static bool is_appended(const struct pair_of_sentences *pair, const struct side *german, struct part part)
{
    return part.end + 1 >= german->end && part.first > german->first && german->gap_words > count_pronouns(pair);
}

/* "and restored it", "und trat zurück": a verb with a pronoun or prefix. */
static bool is_second_verb(const struct pair_of_sentences *pair, const struct side *side, struct part part)
{
    const struct token *verb = &side->doc->tokens[side->gap_last];

    return part.first > side->first && is_conjunction(pair, side, part.first - 1) &&
           pair->english.conjunctions != pair->german.conjunctions &&
           (side == &pair->english ? slice_ends(token_text(side->doc, verb), SLICE("ed"))
                                   : verb->analysis.joined != NO_ID);
}

/* All other words of both sides answer each other, and the other side is shorter by most of the part. */
static bool is_lone_part(const struct pair_of_sentences *pair, const struct side *side, const struct side *other,
                         struct part part, double missing)
{
    double length = length_between(side, part.first, part.end - 1);
    uint32_t least = is_second_verb(pair, side, part) ? 2 : 3; /* tokens */

    if (other->unlinked > 0 || side->unlinked != side->gap_words || other->content < 3 || part.end - part.first < least)
        return false;
    return is_whole_part(pair, side, part) && missing >= length * (side->gap_words > 1 ? 0.4 : 0.6) &&
           (side == &pair->english || is_appended(pair, side, part));
}

/* "according to the defence": who says so is never left out. */
static bool is_attribution(const struct pair_of_sentences *pair, const struct side *side, struct part part)
{
    return side == &pair->english && slice_is(token_lower(&side->doc->tokens[part.first]), "according");
}

/* Small words from the one that opens a clause to the first that carries sense: "but we have not reached". */
#define MOST_OPENING 5

/* The word behind a comma that opens the clause of the gap; NO_ID: none. */
static uint32_t opener_of_gap(const struct pair_of_sentences *pair, const struct side *side)
{
    for (uint32_t i = side->gap_first; i > side->first + 1 && i + MOST_OPENING > side->gap_first; i--) {
        if (is_comma(side, i - 1) || is_content(pair, side, i - 1))
            return NO_ID;
        if (lower_in_list(pair->bilingual->lexicon, LIST_ENGLISH_OPENERS_OF_LOST, &side->doc->tokens[i - 1]))
            return is_comma(side, i - 2) ? i - 1 : NO_ID;
    }
    return NO_ID;
}

/* ", who had been drinking before the flight,", ", but no agreement was reached": a clause between commas of which no
 * word has its German, where the German has fewer commas and is shorter by most of it. */
static bool is_lost_clause(const struct pair_of_sentences *pair, const struct side *side, const struct side *other,
                           double missing)
{
    uint32_t opener = side == &pair->english ? opener_of_gap(pair, side) : NO_ID, end = side->gap_last + 1;

    if (opener == NO_ID || side->gap_words < 2 || other->unlinked > 1 || other->content < 3 ||
        side->commas <= other->commas)
        return false;
    while (end < side->end && !is_content(pair, side, end) && side->doc->tokens[end].kind == TOKEN_WORD)
        end++;
    return end < side->end && side->doc->tokens[end].kind == TOKEN_PUNCTUATION &&
           missing >= length_between(side, opener, end - 1) * 0.7;
}

/* "without" in the part, before the gap; NO_ID: it is not there. */
static uint32_t without_in(const struct pair_of_sentences *pair, const struct side *side, struct part part)
{
    for (uint32_t i = part.first; side == &pair->english && i < side->gap_first; i++)
        if (slice_is(token_lower(&side->doc->tokens[i]), "without"))
            return i;
    return NO_ID;
}

/* "without being charged": a denial of its own, and the German denies nothing. */
static bool is_lost_denial(const struct pair_of_sentences *pair, const struct side *side, struct part part)
{
    const struct negations n = negations_of(pair->run);
    uint32_t without = without_in(pair, side, part);

    if (without == NO_ID || !slice_ends(token_lower(&side->doc->tokens[without + 1]), SLICE("ing")))
        return false;
    for (uint32_t i = pair->german.first; i < pair->german.end; i++)
        if (is_german_negation(&n, i) || (pair->bilingual->german[i].linked == LINK_NONE && is_weak_german(&n, i)))
            return false;
    return true;
}

/* One word is easily paraphrased: "the jury is still out", "with some on" – "der welches trug". */
static bool is_paraphrase(const struct pair_of_sentences *pair, const struct side *side, struct part part)
{
    if (side->gap_words > 1)
        return false;
    return side == &pair->english ? !is_attribution(pair, side, part) && !is_lost_denial(pair, side, part)
                                  : side->gap_weight < 0.5;
}

/* "without a second glance" – "achtlos": a German word that denies by itself says the part in one. */
static bool is_denied_in_a_word(const struct pair_of_sentences *pair, const struct side *side, struct part part)
{
    const struct negations n = negations_of(pair->run);

    if (without_in(pair, side, part) == NO_ID)
        return false;
    for (uint32_t i = pair->german.first; i < pair->german.end; i++)
        if (is_weak_german(&n, i))
            return true;
    return false;
}

/* The comma that ends the clause with which the English begins: "If the appeal is rejected,"; NO_ID: it begins with
 * none. */
static uint32_t end_of_opening_clause(const struct pair_of_sentences *pair)
{
    const struct side *side = &pair->english;
    uint32_t comma = side->first;

    if (!lower_in_list(pair->bilingual->lexicon, LIST_ENGLISH_CLAUSE_OPENERS, &side->doc->tokens[side->first]))
        return NO_ID;
    while (comma < side->end && !is_comma(side, comma))
        comma++;
    return comma < side->end && comma > side->first + 2 ? comma : NO_ID;
}

/* No German word is left for the clause with which the English begins, and the German is shorter by most of it. */
static bool is_opening_lost(const struct pair_of_sentences *pair, double missing, uint32_t *end)
{
    const struct side *side = &pair->english;
    uint32_t comma = end_of_opening_clause(pair), words = 0;

    for (uint32_t i = side->first; comma != NO_ID && i < comma; i++) {
        if (!is_content(pair, side, i))
            continue;
        if (pair->bilingual->words[i].link_count > 0)
            return false;
        words++;
    }
    *end = comma;
    return comma != NO_ID && words >= 2 && pair->german.unlinked + words <= side->unlinked + 1 &&
           (side->unlinked - words) * 2 <= side->content - words && side->commas > pair->german.commas &&
           missing >= length_between(side, side->first, comma) * 0.7;
}

/* How sure it is that the other side has nothing for the gap; 0: not at all. factor: how much longer the other side is
 * expected to be. */
static double certainty(const struct pair_of_sentences *pair, const struct side *side, const struct side *other,
                        double factor)
{
    double length = length_between(side, side->first, side->end - 1);
    double missing = length * factor - length_between(other, other->first, other->end - 1);
    double gap = length_between(side, side->gap_first, side->gap_last);
    bool is_english = side == &pair->english; /* English may be shortened where German is seldom drawn out */

    if (side->gap_words == 0 || other->content < 2)
        return 0;
    struct part part = part_of(pair, side);

    if (is_denied_in_a_word(pair, side, part))
        return 0;
    if (other->unlinked * 4 <= other->content && other->content >= 3 && side->gap_words >= 2 + other->unlinked &&
        names_things(side) && missing >= gap * (other->unlinked > 0 ? 0.7 : 0.5) && is_whole_part(pair, side, part))
        return SURE;
    if (other->unlinked == 0 && other->content >= 2 && missing >= gap * 0.5 && is_determined_item(pair, side) &&
        is_item(pair, side, other))
        return SURE;
    if (is_lone_part(pair, side, other, part, missing))
        return is_paraphrase(pair, side, part) ? UNSURE : SURE;
    if (is_lost_clause(pair, side, other, missing))
        return SURE;
    if (other->unlinked == 0 && other->content >= (is_english && !opens_clause(pair, side, part) ? 3 : 2) &&
        missing >= length * (is_english ? 0.28 : 0.25) && side->weight >= (is_english ? 2 : 1.6))
        return is_plain(side, missing / length, is_english) ? SURE : UNSURE;
    if (other->unlinked == 0 && !is_english && missing >= length * 0.35 && side->weight >= 1)
        return UNSURE;
    if (other->unlinked == 0 && side->gap_weight >= 1 && missing >= gap * 0.5 && is_item(pair, side, other))
        return is_of_long_list(pair, side, other) ? SURE : UNSURE;
    if (!is_english && is_lone_item(pair, side, other))
        return SURE;
    if (other->unlinked == 1 && other->content >= 3 && side->gap_words >= 3 && side->gap_weight >= 2.9 &&
        missing >= length * 0.3)
        return UNSURE;
    if (side->gap_words >= 6 && other->gap_words < 3 && other->unlinked * 3 <= other->content && missing >= gap * 0.9)
        return UNSURE;
    return 0;
}

/* ---- reporting ---- */

/* Words between the two that are still marked as one place. */
#define MOST_BETWEEN 6

/* From the German for the last word before the gap to that for the first behind it; to the end of the sentence where
 * the gap is its end. */
static struct span place_of_gap(const struct pair_of_sentences *pair)
{
    const struct english_word *words = pair->bilingual->words;
    const struct side *english = &pair->english;
    uint32_t before = NO_ID, behind = NO_ID;

    for (uint32_t i = english->gap_first; before == NO_ID && i > english->first; i--)
        before = words[i - 1].best;
    for (uint32_t i = english->gap_last + 1; behind == NO_ID && i < english->end; i++)
        behind = words[i].best;
    if (before == NO_ID)
        before = pair->german.first;
    if (behind == NO_ID) {
        behind = pair->german.end - 1;
        if (behind > before + MOST_BETWEEN) /* the German has its end elsewhere, but the gap is at its end as well */
            before = behind > pair->german.first + 1 ? behind - 2 : before;
    }
    return tokens_span(pair->run, before, behind > before && behind <= before + MOST_BETWEEN ? behind : before);
}

static void report_gap(const struct pair_of_sentences *pair, const char *rule, struct span span, struct slice source,
                       double confidence)
{
    struct issue *issue = report_with_source(pair->run, rule, span, source);

    if (issue != NULL)
        issue->confidence = (float)confidence;
}

/* "umgerechnet 60 Cent": what readers of German are told besides. */
static bool is_explained(const struct pair_of_sentences *pair)
{
    return text_is(pair->run, pair->german.gap_first, "umgerechnet");
}

/* It ends as sentences do: a piece of one says nothing of what was added to it. */
static bool is_whole(const struct side *side)
{
    const struct token *last = &side->doc->tokens[side->end - 1];

    return last->kind == TOKEN_PUNCTUATION;
}

/* "this one is neither", "so did they": the last word stands for what German says in full. */
static bool ends_in_stand_in(const struct pair_of_sentences *pair)
{
    const struct side *side = &pair->english;
    uint32_t last = side->end - 1;

    while (last > side->first && side->doc->tokens[last].kind != TOKEN_WORD)
        last--;
    return lower_in_list(pair->bilingual->lexicon, LIST_ENGLISH_STAND_INS, &side->doc->tokens[last]) ||
           lower_in_list(pair->bilingual->lexicon, LIST_ENGLISH_NOUN_PRONOUNS, &side->doc->tokens[last]);
}

/* "If the appeal is rejected, he faces" – "Ihm drohen": marks where the German begins. */
static bool check_opening(const struct pair_of_sentences *pair)
{
    double missing = length_between(&pair->english, pair->english.first, pair->english.end - 1) * GERMAN_PER_ENGLISH -
                     length_between(&pair->german, pair->german.first, pair->german.end - 1);
    uint32_t comma, last = pair->german.first;

    if (!is_opening_lost(pair, missing, &comma))
        return false;
    while (last + 1 < pair->german.end && !token_is_finite(&pair->german.doc->tokens[last]) &&
           last < pair->german.first + MOST_BETWEEN)
        last++;
    report_gap(pair, "bilingual/omission", tokens_span(pair->run, pair->german.first, last),
               english_between(pair->bilingual, pair->english.first, comma - 1), SURE);
    return true;
}

/* German adverbs without a link, which are light one by one: more of them may say what a clause does ("sind Sie immer
 * sicher unterwegs" for "there is no end to the places you can go"). */
#define MOST_LIGHT 2

static uint32_t count_free_adverbs(const struct pair_of_sentences *pair)
{
    const struct list_record *light = named_list(pair->bilingual->lexicon, LIST_LIGHT_GERMAN);
    uint32_t count = 0;

    for (uint32_t i = pair->german.first; i < pair->german.end; i++) {
        const struct token *at = &pair->run->doc->tokens[i];

        count += token_is(at, POS_ADVERB) && !is_function_word(at) && pair->bilingual->german[i].linked == LINK_NONE &&
                 !german_entry(pair->run, light, i);
    }
    return count;
}

static void compare(struct pair_of_sentences *pair, const struct passage *passage)
{
    double lost, added;

    measure(pair, &pair->english);
    measure(pair, &pair->german);
    lost = certainty(pair, &pair->english, &pair->german, GERMAN_PER_ENGLISH);
    added = certainty(pair, &pair->german, &pair->english, 1 / GERMAN_PER_ENGLISH);
    if (lost > UNSURE && (pair->english.content > MOST_CONTENT || count_free_adverbs(pair) > MOST_LIGHT))
        lost = UNSURE;
    if (lost <= UNSURE && check_opening(pair))
        return;
    if (lost > 0)
        report_gap(pair, "bilingual/omission", place_of_gap(pair),
                   english_between(pair->bilingual, pair->english.gap_first, pair->english.gap_last), lost);
    if (ends_in_stand_in(pair))
        added = 0;
    if (added > 0 && !is_explained(pair) && (is_whole(&pair->english) || !is_whole(&pair->german)))
        report_gap(pair, "bilingual/addition", tokens_span(pair->run, pair->german.gap_first, pair->german.gap_last),
                   passage_source(pair->bilingual, passage), added);
}

void check_gaps(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;

    for (size_t i = 0; bilingual->is_english && i < bilingual->passage_count; i++) {
        const struct passage *passage = &bilingual->passages[i];
        struct pair_of_sentences pair = { run, bilingual, { .doc = bilingual->english }, { .doc = run->doc } };

        if (passage->english_count != 1 || passage->german_count != 1 || passage->linked == 0)
            continue;
        passage_english(bilingual, passage, &pair.english.first, &pair.english.end);
        passage_german(run->doc, passage, &pair.german.first, &pair.german.end);
        compare(&pair, passage);
    }
}
