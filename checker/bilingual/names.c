/* Marks names that were translated as if they were words ("Senator Green" – "Senator Grün"), and names in the German
 * that the English does not have while one of its own is lost; places left with their English name.
 *
 * Behind a first name or a title stands a surname; once seen, it is one in the whole document. */
#include <string.h>

#include "bilingual/checks.h"
#include "bilingual/naming.h"
#include "bilingual/spelling.h"
#include "checks/literal_names.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

/* What is known of a document's names. */
struct names {
    const struct check_run *run;
    const struct bilingual *bilingual;
    bool *surname; /* for each English token */
};

static const struct token *english_token(const struct names *names, uint32_t token)
{
    return &names->bilingual->english->tokens[token];
}

/* "Mr", "Senator", "Mark" before the surname. */
static bool announces_surname(const struct names *names, uint32_t token)
{
    const struct lexicon *lexicon = &names->run->context->lexicon;
    const struct token *at = english_token(names, token);

    return is_capitalised(at) &&
           (token_in_list(lexicon, LIST_ENGLISH_FIRST_NAMES, at) || lower_in_list(lexicon, LIST_ENGLISH_TITLES, at));
}

/* A capitalised common word right behind a first name or a title, in a sentence that does not capitalise all. */
static bool is_surname(const struct names *names, uint32_t token)
{
    const struct english_word *word = &names->bilingual->words[token];
    const struct token *at = english_token(names, token);

    return token > 0 && is_capitalised(at) && (word->flags & ENGLISH_NAME) != 0 && (at->flags & TOKEN_ALL_CAPS) == 0 &&
           english_token(names, token - 1)->sentence == at->sentence && !announces_surname(names, token) &&
           announces_surname(names, token - 1);
}

/* ---- translated surnames ---- */

/* The German word that stands for the surname, where it is a word of the lexicon; not a name that German has a form of
 * its own for ("John Paul" – "Johannes Paul"). */
static bool is_translated(const struct names *names, uint32_t token)
{
    const struct english_word *word = &names->bilingual->words[token];
    const struct token *german = word->best == NO_ID ? NULL : &names->run->doc->tokens[word->best];

    return german != NULL && word->best_kind == LINK_DICTIONARY && (german->flags & TOKEN_CAPITAL) != 0 &&
           (token_is(german, POS_NOUN) || token_is(german, POS_ADJECTIVE)) &&
           names->bilingual->german[word->best].passage == word->passage;
}

static void mark_translated(const struct names *names, uint32_t token, uint32_t english)
{
    const struct token *german = token_at(names->run, token);
    struct issue *issue = report_with_source(names->run, "bilingual/translated-name", german->span,
                                             names->run->doc->sentences[german->sentence].source);

    if (issue != NULL)
        issue_suggest(names->run->issues, issue, english_text(names->bilingual, english));
}

/* A first name of the list, or a word that is nothing else, behind a title: "Judge Elena". */
static bool is_first_name(const struct names *names, uint32_t token)
{
    const struct lexicon *lexicon = &names->run->context->lexicon;
    const struct english_record *record = names->bilingual->words[token].record;

    return token_in_list(lexicon, LIST_ENGLISH_FIRST_NAMES, english_token(names, token)) ||
           ((record == NULL || record->common == 0) && token > 0 &&
            lower_in_list(lexicon, LIST_ENGLISH_TITLES, english_token(names, token - 1)));
}

/* "Giles Fairweather" – "Giles Schönwetter": a German noun that nothing else in the English answers to stands in the
 * place of a surname that is lost. */
static bool is_replaced(const struct names *names, uint32_t surname, uint32_t german)
{
    enum { MIN_BYTES = 4 };
    const struct token *token = &names->run->doc->tokens[german];

    return !slice_equal(english_text(names->bilingual, surname), token_text(names->run->doc, token)) &&
           token->span.end - token->span.start >= MIN_BYTES && names->bilingual->words[surname].link_count == 0 &&
           names->bilingual->german[german].linked == LINK_NONE &&
           (token->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_QUOTED)) == 0 && is_known_word(token) &&
           token_is(token, POS_NOUN) && !token_is(token, POS_NAME);
}

/* The word is a name that stands in the German as well. */
static bool is_kept_name(const struct names *names, uint32_t token)
{
    const struct english_word *word = &names->bilingual->words[token];

    return word->best != NO_ID && word->best_kind == LINK_NAME && is_capitalised(english_token(names, token)) &&
           slice_equal(english_text(names->bilingual, token), text_at(names->run, word->best));
}

/* "Sarah Little" – "Sarah Klein": the first name stands in both, what is behind it is rendered. */
static bool is_rendered_behind(const struct names *names, uint32_t first)
{
    const struct bilingual *bilingual = names->bilingual;
    const struct document *doc = names->run->doc;
    uint32_t german = bilingual->words[first].best, surname = first + 1;

    return is_kept_name(names, first) && surname < bilingual->english->token_count && german + 1 < doc->token_count &&
           is_capitalised(english_token(names, surname)) &&
           (english_token(names, surname)->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN)) == 0 &&
           english_token(names, surname)->sentence == english_token(names, first)->sentence &&
           doc->tokens[german + 1].sentence == doc->tokens[german].sentence &&
           is_capitalised(&doc->tokens[german + 1]) && is_first_name(names, first) &&
           (renders_name(names->run, english_text(bilingual, surname), german + 1) ||
            is_replaced(names, surname, german + 1));
}

/* "Joy Winters" – "Freude Winters": the surname stands in both, the first name before it is rendered. */
static bool is_rendered_before(const struct names *names, uint32_t first)
{
    const struct bilingual *bilingual = names->bilingual;
    const struct token *english = english_token(names, first), *tokens = names->run->doc->tokens;
    uint32_t surname = first + 1;

    if (!is_capitalised(english) || !token_in_list(&names->run->context->lexicon, LIST_ENGLISH_FIRST_NAMES, english) ||
        lower_in_list(&names->run->context->lexicon, LIST_ENGLISH_TITLES, english) || /* "Earl Spencer" */
        surname >= bilingual->english->token_count || english[1].sentence != english->sentence ||
        !is_kept_name(names, surname))
        return false;
    uint32_t german = bilingual->words[surname].best;

    return german > 0 && tokens[german - 1].sentence == tokens[german].sentence &&
           bilingual->words[first].best == german - 1 && bilingual->words[first].best_kind == LINK_DICTIONARY &&
           !slice_equal(english_text(bilingual, first), text_at(names->run, german - 1)) &&
           token_is(&tokens[german - 1], POS_NOUN) && !token_is(&tokens[german - 1], POS_NAME);
}

/* The same word with a capital, elsewhere in the document: "Green said". */
static void spread_surname(struct names *names, uint32_t surname)
{
    struct slice text = english_text(names->bilingual, surname);

    for (uint32_t i = 0; i < names->bilingual->english->token_count; i++)
        if (is_capitalised(english_token(names, i)) && (english_token(names, i)->flags & TOKEN_SENTENCE_START) == 0 &&
            slice_starts(english_text(names->bilingual, i), text) &&
            english_text(names->bilingual, i).len <= text.len + SLICE("’s").len)
            names->surname[i] = true;
}

static void check_surnames(struct names *names)
{
    size_t spread = 0;

    for (uint32_t i = 0; i < names->bilingual->english->token_count; i++) {
        if (!is_surname(names, i))
            continue;
        names->surname[i] = true;
        if (spread++ < 50) /* an article has no more persons; the search goes over all of it */
            spread_surname(names, i);
    }
    for (uint32_t i = 0; i < names->bilingual->english->token_count; i++)
        if ((names->surname[i] && is_translated(names, i)) || is_rendered_before(names, i))
            mark_translated(names, names->bilingual->words[i].best, i);
        else if (is_rendered_behind(names, i))
            mark_translated(names, names->bilingual->words[i].best + 1, i + 1);
}

/* ---- other names than in the source ---- */

/* A name that nothing in the German answers to, and that no dictionary has as a word, unless a first name stands before
 * it. */
static bool is_lost(const struct names *names, uint32_t token)
{
    const struct english_word *word = &names->bilingual->words[token];

    return (word->flags & ENGLISH_NAME) != 0 && word->link_count == 0 && is_capitalised(english_token(names, token)) &&
           (english_token(names, token)->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_DIGIT)) == 0 &&
           (word->record == NULL || word->record->common == 0 ||
            (token > 0 && is_first_name(names, token - 1) && is_kept_name(names, token - 1)));
}

/* A German name that nothing in the English answers to: no dictionary knows it as a word. */
static bool is_foreign(const struct names *names, uint32_t token)
{
    const struct token *at = &names->run->doc->tokens[token];

    if (!is_capitalised(at) || names->bilingual->german[token].linked != LINK_NONE ||
        (at->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_SENTENCE_START)) != 0)
        return false;
    if (!is_known_word(at))
        return true;
    for (uint16_t i = 0; i < at->analysis.reading_count; i++)
        if (pos_of(at->analysis.readings[i].features) != POS_NAME)
            return false;
    return at->analysis.reading_count > 0;
}

/* The only one in the range that the test holds for; NO_ID: none, or several. */
static uint32_t only_one(const struct names *names, bool (*test)(const struct names *, uint32_t), uint32_t first,
                         uint32_t end)
{
    uint32_t found = NO_ID;

    for (uint32_t i = first; i < end; i++)
        if (test(names, i)) {
            if (found != NO_ID)
                return NO_ID;
            found = i;
        }
    return found;
}

/* The words before the two names translate each other: they stand in the same place. */
static bool stand_alike(const struct names *names, uint32_t lost, uint32_t foreign)
{
    return lost > 0 && foreign > 0 && names->bilingual->words[lost - 1].best == foreign - 1 &&
           names->bilingual->words[lost - 1].best_kind >= LINK_PART;
}

static bool is_known(const struct names *names, uint32_t token)
{
    const struct lexicon *lexicon = &names->run->context->lexicon;
    struct slice text = text_at(names->run, token);

    return is_known_word(&names->run->doc->tokens[token]) || is_english_word(lexicon, text) ||
           lexicon_form(lexicon, token_lower(&names->run->doc->tokens[token])) != NO_ID;
}

/* "Mitch McConnell" – "Mitch McDonnell", "Coney Barrett" – "Coney Barett": behind the same name, whatever else the
 * German word may be. */
static bool is_namesake(const struct names *names, uint32_t lost, uint32_t foreign)
{
    return lost > 0 && foreign > 0 && is_kept_name(names, lost - 1) &&
           names->bilingual->words[lost - 1].best == foreign - 1;
}

/* "Kashubia" – "Kaschubei", "Wallachia" – "Walachei": but for the ending of a country. */
static bool is_german_country(struct slice english, struct slice german)
{
    if (!slice_ends(english, SLICE("ia")) && !slice_ends(english, SLICE("y")))
        return false;
    english.len -= slice_ends(english, SLICE("y")) ? SLICE("y").len : SLICE("ia").len;
    if (slice_ends(german, SLICE("ei")) || slice_ends(german, SLICE("ie")))
        german.len -= SLICE("ei").len;
    else if (slice_ends(german, SLICE("ien")))
        german.len -= SLICE("ien").len;
    else
        return false;
    return name_distance(english, german) == 0;
}

/* "Gaussian" – "Gauß'sche": the adjective of a person in both. */
static bool are_adjectives(struct slice english, struct slice german)
{
    const char *ending = memmem(german.at, german.len, "sch", 3);
    bool apostrophe =
        ending != NULL && ending > german.at + 2 && (ending[-1] == '\'' || memcmp(ending - 3, "’", 3) == 0);

    return apostrophe && slice_ends(english, SLICE("an")) && memcmp(english.at, german.at, 2) == 0;
}

/* "Moammar Gadhafi" – "Muammar Gaddafi": the name beside it has another spelling as well. */
static bool is_transcribed(const struct names *names, uint32_t lost)
{
    const struct bilingual *bilingual = names->bilingual;

    for (uint32_t i = lost > 0 ? lost - 1 : 0; i <= lost + 1 && i < bilingual->english->token_count; i++) {
        const struct english_word *word = &bilingual->words[i];

        if (i != lost && is_capitalised(english_token(names, i)) && (word->flags & ENGLISH_NAME) != 0 &&
            word->best != NO_ID && word->best_kind == LINK_NAME &&
            !slice_starts(text_at(names->run, word->best), english_text(bilingual, i)))
            return true;
    }
    return false;
}

/* Another name, or the same with a slip of one or two letters. What German spells in its own way (Medvedev – Medwedew,
 * Charles – Karl) is neither. */
static bool is_wrong_name(const struct names *names, uint32_t lost, uint32_t foreign)
{
    struct slice english = english_text(names->bilingual, lost), german = text_at(names->run, foreign);
    unsigned distance = name_distance(english, german);

    if (distance == 0 || english.len < 4 || is_transcribed(names, lost) || are_adjectives(english, german) ||
        is_other_plural(english, german) || is_german_country(english, german))
        return false;
    if (distance <= 2)
        return english.len >= 5 && german.len >= 3 && !ends_as_noun(&names->run->context->lexicon, german) &&
               (!is_known(names, foreign) || is_namesake(names, lost, foreign));
    return distance * 2 >= english.len && german.len >= 3 && !is_known(names, foreign) &&
           !ends_as_noun(&names->run->context->lexicon, german) && stand_alike(names, lost, foreign);
}

static void compare_names(const struct names *names, const struct passage *passage)
{
    uint32_t first, end, lost, foreign;

    passage_english(names->bilingual, passage, &first, &end);
    lost = only_one(names, is_lost, first, end);
    if (lost == NO_ID)
        return;
    passage_german(names->run->doc, passage, &first, &end);
    foreign = only_one(names, is_foreign, first, end);
    if (foreign == NO_ID || !is_wrong_name(names, lost, foreign))
        return;
    struct issue *issue = report_with_source(names->run, "bilingual/other-name", names->run->doc->tokens[foreign].span,
                                             passage_source(names->bilingual, passage));

    if (issue != NULL)
        issue_suggest(names->run->issues, issue, english_text(names->bilingual, lost));
}

/* ---- places that have a German name ---- */

/* A lower-case German word, "in" or "nach"; a preposition that begins the sentence. */
static bool is_german_word(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->analysis.flags & ANALYSIS_KNOWN) != 0 &&
           ((token->flags & TOKEN_CAPITAL) == 0 ||
            ((token->flags & TOKEN_SENTENCE_START) != 0 && token_is(token, POS_PREPOSITION)));
}

/* "traf am Nachmittag Cologne": a German noun before it, and in the English no other name beside it. */
static bool stands_free(const struct names *names, uint32_t token)
{
    const struct document *doc = names->run->doc, *english = names->bilingual->english;
    uint32_t at = names->bilingual->german[token].best;

    return at != NO_ID && at > 0 && at + 1 < english->token_count && token > 0 &&
           doc->tokens[token - 1].sentence == doc->tokens[token].sentence &&
           token_is(&doc->tokens[token - 1], POS_NOUN) && !token_is(&doc->tokens[token - 1], POS_NAME) &&
           !is_capitalised(&english->tokens[at - 1]) && !is_capitalised(&english->tokens[at + 1]);
}

/* Part of a longer name or of something English: "Bayern Munich", "University of California", "Cairo, Egypt". German
 * words must stand around it. */
static bool is_part_of_name(const struct names *names, uint32_t token)
{
    const struct document *doc = names->run->doc;
    bool starts = (doc->tokens[token].flags & TOKEN_SENTENCE_START) != 0;
    uint32_t next = token + 1;

    if (!starts && (token == 0 || !is_german_word(&doc->tokens[token - 1])) && !stands_free(names, token))
        return true;
    if (next < doc->token_count && doc->tokens[next].kind == TOKEN_PUNCTUATION && text_is(names->run, next, ","))
        next++;
    if (next >= doc->token_count || doc->tokens[next].sentence != doc->tokens[token].sentence)
        return false;
    return is_capitalised(&doc->tokens[next]) ? names->bilingual->german[next].linked == LINK_NAME
                                              : starts && !is_german_word(&doc->tokens[next]);
}

/* "Athens, Georgia", "the Tennessee town of Athens": an American town has no German name. */
static bool is_american_town(const struct names *names, uint32_t english)
{
    enum { NEAR = 4 };
    const struct document *doc = names->bilingual->english;
    uint32_t from = english > NEAR ? english - NEAR : 0;

    for (uint32_t i = from; i < doc->token_count && i <= english + NEAR; i++)
        if (doc->tokens[i].sentence == doc->tokens[english].sentence &&
            token_in_list(&names->run->context->lexicon, LIST_AMERICAN_STATES, &doc->tokens[i]))
            return true;
    return false;
}

/* The same name is that of an American town anywhere in the English: "Athens", later on. */
static bool is_known_american(const struct names *names, uint32_t english)
{
    const struct document *doc = names->bilingual->english;
    struct slice text = english_text(names->bilingual, english);

    for (uint32_t i = 0; i < doc->token_count; i++)
        if (is_capitalised(&doc->tokens[i]) && slice_equal(english_text(names->bilingual, i), text) &&
            is_american_town(names, i))
            return true;
    return false;
}

/* "vor den Toren Athens": the genitive of the German name, which looks like the English one. */
static bool is_genitive_of(const struct names *names, uint32_t token, struct slice german)
{
    struct slice text = text_at(names->run, token);

    return token > 0 && text.len == german.len + 1 && slice_starts(text, german) && slice_ends(text, SLICE("s")) &&
           token_is(&names->run->doc->tokens[token - 1], POS_NOUN);
}

/* The English name of a place, copied. */
static void check_place(const struct names *names, const struct list_record *exonyms, uint32_t token)
{
    const struct token *at = &names->run->doc->tokens[token];
    size_t count;
    const struct pair_record *pairs;

    if (!is_capitalised(at) || (at->flags & (TOKEN_HYPHEN | TOKEN_QUOTED)) != 0 ||
        (token > 0 && text_is(names->run, token - 1, "de")) || /* "Tour de France" */
        names->bilingual->german[token].best_kind != LINK_NAME)
        return;
    pairs = pairs_of(&names->run->context->lexicon, exonyms, token_text(names->run->doc, at), &count);
    if (pairs == NULL || is_part_of_name(names, token) ||
        is_genitive_of(names, token, lexicon_text(&names->run->context->lexicon, pairs[0].value)) ||
        is_known_american(names, names->bilingual->german[token].best))
        return;
    struct issue *issue = report_with_source(names->run, "bilingual/place-name", at->span,
                                             names->run->doc->sentences[at->sentence].source);

    if (issue != NULL)
        issue_suggest(names->run->issues, issue, lexicon_text(&names->run->context->lexicon, pairs[0].value));
}

void check_names(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    struct names names = {
        .run = run,
        .bilingual = bilingual,
        .surname = arena_array(run->issues->arena, bilingual->english->token_count + 1, sizeof(bool)),
    };

    if (!bilingual->is_english)
        return;
    check_surnames(&names);
    for (size_t i = 0; i < bilingual->passage_count; i++)
        if (is_translation(&bilingual->passages[i]))
            compare_names(&names, &bilingual->passages[i]);
    const struct list_record *exonyms = named_table(&run->context->lexicon, TABLE_EXONYMS);

    for (uint32_t i = 0; i < run->doc->token_count; i++)
        check_place(&names, exonyms, i);
}
