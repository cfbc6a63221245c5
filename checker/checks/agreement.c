/* Marks noun phrases whose determiner, adjectives and noun agree in no reading ("die große Haus", "dem Student"), and
 * phrases in a case their preposition does not govern ("für den Mitarbeitern"). */
#include "checks/checks.h"
#include "checks/government.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "text/letters.h"

static bool is_lower_word(const struct document *doc, size_t index, const char *word)
{
    return slice_equal(token_text(doc, &doc->tokens[index]), slice_of(word));
}

/* "seine", "meines", "unserem", "ihren": they stand alone too seldom; "ihr" and "ihrer" do. */
static bool is_possessive(struct slice word)
{
    return slice_equal(word, SLICE("ihren")) || slice_equal(word, SLICE("ihrem")) ||
           slice_equal(word, SLICE("ihres")) || slice_starts(word, SLICE("sein")) ||
           slice_starts(word, SLICE("mein")) || slice_starts(word, SLICE("dein")) || slice_starts(word, SLICE("unser"));
}

/* "einen", "einem", "keinen", "diesem", "jedem": right before a noun they are its determiner. */
static bool stands_with_noun(struct slice word)
{
    return ((slice_starts(word, SLICE("ein")) || slice_starts(word, SLICE("kein")) ||
             slice_starts(word, SLICE("dies")) || slice_starts(word, SLICE("jed"))) &&
            (slice_ends(word, SLICE("en")) || slice_ends(word, SLICE("em")))) ||
           slice_equal(word, SLICE("mehrere"));
}

/* True when the verb is plural, or when the phrase that opens the sentence before it is surely its subject. */
static bool has_other_subject(const struct document *doc, size_t verb)
{
    size_t first = doc->sentences[doc->tokens[verb].sentence].first_token;
    struct noun_phrase opening;

    if (!is_surely_finite(&doc->tokens[verb]))
        return false;
    if (third_person_numbers(&doc->tokens[verb]) == NUMBER_PL)
        return true;
    return noun_phrase_at(doc, first, &opening) && opening.has_determiner && opening.noun + 1 == verb &&
           agreeing_cases(doc, &opening, NULL) == CASE_NOM;
}

/* der, die, das … may be pronouns, with a noun behind them that is not theirs: after a comma ("der Haus und Hof
 * verlor"), behind a verb or subordinator ("dass das Menschen hilft"). A preposition before them, or a sentence's start
 * with an adjective or singular noun behind, makes them articles. */
static bool may_be_pronoun(const struct document *doc, const struct noun_phrase *phrase)
{
    const struct token *first = &doc->tokens[phrase->first];

    if (phrase->contracted || !phrase->has_determiner ||
        (!token_is(first, POS_PRONOUN) && !token_is(first, POS_RELATIVE)))
        return false;
    /* "die von ihr befürchtete Krise"; "holten sich alle nasse Füße", "in aller Munde", "alle Mann", but not "Alle neue
     * Schüler" */
    bool all = slice_starts(token_text(doc, first), SLICE("all")) || slice_starts(token_text(doc, first), SLICE("All"));
    bool opens = (first->flags & TOKEN_SENTENCE_START) != 0 && phrase->noun == phrase->first + 2;

    if (is_lower_word(doc, phrase->first, "ihr") || (all && !opens))
        return true;
    if (phrase->first == 0 || doc->tokens[phrase->first - 1].sentence != first->sentence)
        return false;
    const struct token *before = &doc->tokens[phrase->first - 1];

    if (before->clause != first->clause || before->kind != TOKEN_WORD)
        return true;
    /* "die ihren Garten": a relative pronoun and a possessive, which needs its noun. */
    if (token_is(before, POS_RELATIVE) && is_possessive(token_text(doc, first)))
        return false;
    if (token_is(before, POS_PREPOSITION)) /* ", mit der Menschen": a relative pronoun behind its preposition */
        return phrase->first >= 2 && doc->tokens[phrase->first - 2].sentence == first->sentence &&
               !same_clause(doc, phrase->first - 2, phrase->first);
    /* "der Beginn des Kriegs": behind a noun an article stands; "fanden das Opfer": so it does where the verb has its
     * subject already. */
    if (token_is(before, POS_NOUN) && (before->flags & TOKEN_CAPITAL) != 0)
        return false;
    if (is_possessive(token_text(doc, first)) || stands_with_noun(token_text(doc, first)))
        return false;
    if (is_lower_word(doc, phrase->first, "das") && has_other_subject(doc, phrase->first - 1))
        return false;
    /* dem, den and des stand alone too seldom in news text to silence an error. */
    return phrase->noun == phrase->first + 1 && !is_lower_word(doc, phrase->first, "dem") &&
           !is_lower_word(doc, phrase->first, "den") && !is_lower_word(doc, phrase->first, "des");
}

static bool is_inner_mark(struct slice mark)
{
    return slice_equal(mark, SLICE("/")) || slice_equal(mark, SLICE("'")) || slice_equal(mark, SLICE("’"));
}

/* A name, a foreign word or another noun right behind may be the real head ("die Trump Regierung", "den Paris
 * Saint-Germain"). */
static bool goes_on(const struct document *doc, const struct noun_phrase *phrase)
{
    if (phrase->noun + 1 >= doc->token_count)
        return false;
    const struct token *next = &doc->tokens[phrase->noun + 1];

    if (!same_clause(doc, phrase->noun, phrase->noun + 1))
        return false;
    if (next->kind == TOKEN_PUNCTUATION) /* "zum Luft/Wasser-Tausch", "die A's" */
        return (next->flags & (TOKEN_SPACE_BEFORE | TOKEN_CLOSING)) == 0 && is_inner_mark(token_text(doc, next));
    return (next->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0 || next->kind == TOKEN_SYMBOL ||
           next->kind == TOKEN_NUMBER || (token_is(next, POS_NUMERAL) && !token_is(next, POS_DETERMINER)) ||
           next->analysis.reading_count == 0;
}

/* "die meisten ehemalige Soldaten" (sind …): a pronoun, and what is said of it. */
static bool is_most_before_phrase(const struct document *doc, const struct noun_phrase *phrase)
{
    struct noun_phrase rest = { .first = phrase->first + 2, .noun = phrase->noun };

    return phrase->first + 2 < phrase->noun && is_lower_word(doc, phrase->first, "die") &&
           (is_lower_word(doc, phrase->first + 1, "meisten") || is_lower_word(doc, phrase->first + 1, "wenigsten")) &&
           (strong_cases(doc, &rest) & CASE_NOM) != 0;
}

/* "die am stärksten betroffenen Länder": "am stärksten" is an adverb. */
static bool is_superlative_adverb(const struct document *doc, const struct noun_phrase *phrase)
{
    return phrase->contracted && phrase->noun > phrase->first + 2 && is_lower_word(doc, phrase->first, "am") &&
           slice_ends(token_text(doc, &doc->tokens[phrase->first + 1]), SLICE("sten"));
}

static bool has_genitive(const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & CASE_GEN) != 0 &&
            (noun->analysis.readings[i].features & CASE_NOM) == 0)
            return true;
    return false;
}

/* "des Euro", "des Stress", "unseres Index", "des Gaming": loans, and nouns on a sibilant, may go without the s. */
static bool may_lack_genitive(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = token_text(run->doc, &run->doc->tokens[phrase->first]);
    struct slice noun = token_text(run->doc, &run->doc->tokens[phrase->noun]);

    if (!slice_ends(first, SLICE("es")) || has_genitive(&run->doc->tokens[phrase->noun]))
        return false;
    return slice_ends(noun, SLICE("s")) || slice_ends(noun, SLICE("x")) || slice_ends(noun, SLICE("z")) ||
           (slice_ends(noun, SLICE("ing")) &&
            is_english_word(&run->context->lexicon, last_part(run->doc, &run->doc->tokens[phrase->noun]))) ||
           in_word_list(&run->context->lexicon, LIST_UNINFLECTED_GENITIVES, noun);
}

/* "Post" of "Twitter-Post". */
static struct slice last_piece(struct slice word)
{
    const char *hyphen = memrchr(word.at, '-', word.len);

    return hyphen == NULL ? word : slice_from(word, (size_t)(hyphen - word.at) + 1);
}

/* "Pick-off", "Show-Down": an English verb with its particle is no German noun that looks like the particle. */
static bool is_particle_noun(const struct check_run *run, const struct token *noun)
{
    struct slice word = token_text(run->doc, noun), last = last_piece(word);

    return last.len < word.len &&
           in_word_list(&run->context->lexicon, LIST_ENGLISH_PARTICLES, lower_case(run->issues->arena, last));
}

/* English nouns that the Ding dictionary hardly uses have the gender of the desk that writes them. */
static bool is_loan(const struct check_run *run, const struct token *noun)
{
    enum { MIN_FREQUENCY = 3 };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, noun), head = last_piece(word);
    struct slice part = last_part(run->doc, noun); /* "Gitarrenriffs" */
    uint32_t form = lexicon_form(lexicon, head);

    if (part.len < word.len && slice_ends(word, SLICE("s")) && is_english_word(lexicon, part))
        return true;
    return is_english_word(lexicon, head) && form != NO_ID && lexicon->forms[form].frequency < MIN_FREQUENCY;
}

/* "Beamte": the dictionary itself says that the noun is declined as an adjective. */
static bool is_adjectival(const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & FEATURE_ADJECTIVAL_NOUN) == 0)
            return false;
    return true;
}

/* "Spanienreisende", "Bahnreisender": a participle behind another word, used as a noun. */
static bool ends_in_participle(const struct check_run *run, const struct token *noun)
{
    enum { MIN_FRONT = 3, MIN_PARTICIPLE = 7 };
    struct slice word = token_text(run->doc, noun);

    for (size_t at = MIN_FRONT; at + MIN_PARTICIPLE <= word.len; at++)
        if (starts_code_point(word.at[at]) && memmem(word.at + at, word.len - at, "end", 3) != NULL &&
            form_is(&run->context->lexicon, slice_from(word, at), POS_ADJECTIVE))
            return true;
    return false;
}

/* "die ersten Vier", "den Tugendhaften", "ins Leere": a numeral or adjective with a capital. An adjective without
 * ending ("recht", "fest") has a noun beside it that Ding uses often. */
static bool is_numeral_or_adjective(const struct check_run *run, const struct token *noun)
{
    enum { OFTEN = 10 };
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t form = lexicon_form(lexicon, token_lower(noun));
    bool often = noun->analysis.form != NO_ID && lexicon->forms[noun->analysis.form].frequency >= OFTEN;

    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        uint32_t features = lexicon->readings[lexicon->forms[form].first_reading + i].features;

        if (pos_of(features) == POS_NUMERAL ||
            (pos_of(features) == POS_ADJECTIVE && (!often || (features & UNINFLECTED) == 0) && !is_adjectival(noun)))
            return true;
    }
    return form == NO_ID && ends_in_participle(run, noun);
}

/* True when the phrase agrees with a noun of these readings in the place of its own. */
static bool agrees_with(const struct check_run *run, const struct noun_phrase *phrase, const struct reading *readings,
                        uint16_t count)
{
    size_t length = phrase->noun - phrase->first + 1;
    struct token *tokens = arena_array(run->issues->arena, length, sizeof(*tokens));

    memcpy(tokens, run->doc->tokens + phrase->first, length * sizeof(*tokens));
    read_as(&tokens[length - 1].analysis, readings, count);
    struct document part = { .text = run->doc->text, .tokens = tokens, .token_count = length };
    struct noun_phrase moved = *phrase;

    moved.first = 0;
    moved.noun = length - 1;

    return agreeing_cases(&part, &moved, NULL) != 0;
}

/* A compound has the gender of its head, whatever a dictionary says of the whole: "der Coronavirus", as "der Virus".
 * Any word that the dictionary uses often and that stands at the end may be it; "schaft" and the like are none. */
static bool head_agrees(const struct check_run *run, const struct noun_phrase *phrase)
{
    enum { MIN_HEAD = 3, OFTEN = 10 };
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *noun = &run->doc->tokens[phrase->noun];
    struct slice word = token_text(run->doc, noun);
    size_t last = (size_t)(last_part(run->doc, noun).at - word.at);

    for (size_t at = MIN_HEAD; at + MIN_HEAD <= word.len; at++) {
        struct slice end = slice_from(word, at);

        if (!starts_code_point(end.at[0]) || in_word_list(lexicon, LIST_NO_HEADS, end))
            continue;
        uint32_t form = lexicon_form(lexicon, with_initial(run->issues->arena, end, true));

        if (form == NO_ID || (lexicon->forms[form].frequency < OFTEN && at != last && word.at[at - 1] != '-'))
            continue;
        if (agrees_with(run, phrase, lexicon->readings + lexicon->forms[form].first_reading,
                        lexicon->forms[form].reading_count))
            return true;
    }
    return false;
}

/* "die Jets", "den Riffs": a form on -s of a noun whose plural no dictionary gives may be one. */
static bool may_be_loan_plural(const struct check_run *run, const struct token *noun)
{
    if (!slice_ends(token_text(run->doc, noun), SLICE("s")))
        return false;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if (!lemma_has_plural(&run->context->lexicon, noun->analysis.readings[i].lemma) &&
            !slice_ends(lemma_text(&run->context->lexicon, noun->analysis.readings[i].lemma), SLICE("en")))
            return true;
    return false;
}

/* "die Schreiben", "ihre Testgelände", "die Zweiakter": where no dictionary gives a plural, that of infinitives, of
 * nouns between Ge- and -e, and of men's and things' names on -er is the singular again. */
static bool may_be_same_plural(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    struct slice word = token_text(run->doc, noun);
    const struct reading *first = noun->analysis.readings;
    bool masculine = noun->analysis.reading_count > 0 && (first->features & GENDER_M) != 0;
    struct reading plural = { NO_ID, POS_NOUN | GENDER_ANY | NUMBER_PL | CASE_ANY };

    /* Of nouns on -en dictionaries often give but one of two plurals: "Ellbogen", "Ellbögen". */
    for (uint16_t i = 0; i < noun->analysis.reading_count && !slice_ends(word, SLICE("en")); i++)
        if (lemma_has_plural(&run->context->lexicon, first[i].lemma))
            return false;
    return (slice_ends(word, SLICE("en")) || (masculine && slice_ends(word, SLICE("er"))) ||
            (slice_ends(word, SLICE("e")) && memmem(word.at, word.len, word.at[0] == 'G' ? "Ge" : "ge", 2) != NULL)) &&
           agrees_with(run, phrase, &plural, 1);
}

/* A verb that can be nothing else stands later in the clause. */
static bool verb_follows(const struct document *doc, size_t index)
{
    for (size_t i = index + 1; same_clause(doc, index, i); i++)
        if (is_surely_finite(&doc->tokens[i]))
            return true;
    return false;
}

/* "seine teilweise morbiden Motive", "der nahe gelegenen Orte": an adverb that looks like an adjective. */
static bool holds_adverb(const struct document *doc, const struct noun_phrase *phrase)
{
    /* "Einige zertrümmerten Fenster": a pronoun and its verb; right behind a verb there is none. */
    bool article = (doc->tokens[phrase->first].flags & TOKEN_SENTENCE_START) != 0 &&
                   token_is(&doc->tokens[phrase->first], POS_RELATIVE); /* "Die beliebte Sänger" */
    bool pronoun = !article && token_is(&doc->tokens[phrase->first], POS_PRONOUN) &&
                   phrase->noun == phrase->first + 2 && !verb_follows(doc, phrase->noun) &&
                   (phrase->first == 0 || !same_clause(doc, phrase->first - 1, phrase->first) ||
                    third_person_numbers(&doc->tokens[phrase->first - 1]) == 0);

    for (size_t i = phrase->first + 1; i < phrase->noun; i++)
        if ((pronoun && token_is_finite(&doc->tokens[i])) || token_is(&doc->tokens[i], POS_ADVERB) ||
            slice_ends(token_text(doc, &doc->tokens[i]), SLICE("weise")))
            return true;
    return false;
}

/* "übertrifft die älterer Schauspieler": a pronoun with a genitive behind it; "das sind keine Rosen", "sind das kleine
 * gelbe Blumen": a pronoun and another phrase. */
static bool is_pronoun_before_phrase(const struct document *doc, const struct noun_phrase *phrase)
{
    struct noun_phrase rest = { .first = phrase->first + 1, .noun = phrase->noun };
    uint32_t numbers = 0, cases;

    if (rest.first == rest.noun || phrase->contracted || !token_is(&doc->tokens[phrase->first], POS_RELATIVE))
        return false;
    cases = agreeing_cases(doc, &rest, &numbers);
    if ((doc->tokens[phrase->first].flags & TOKEN_SENTENCE_START) == 0 && (cases & CASE_GEN) != 0 &&
        (numbers & NUMBER_PL) != 0 && slice_ends(token_text(doc, &doc->tokens[rest.first]), SLICE("er")))
        return true;
    return (cases & CASE_NOM) != 0 && (numbers & NUMBER_PL) != 0 && is_lower_word(doc, phrase->first, "das") &&
           phrase->first > 0 && token_is_finite(&doc->tokens[phrase->first - 1]);
}

/* "ein Elektromagnet, einem Elektromagneten": weak and strong forms are both right. */
static bool is_weak_or_strong(const struct check_run *run, const struct token *noun)
{
    enum { MIN_HEAD = 6 }; /* bytes: "Autobauer" is no "Bauer" */
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, noun);

    for (size_t at = 0; at + 3 < word.len; at++)
        if (starts_code_point(word.at[at]) && (at == 0 || word.at[at - 1] == '-' || word.len - at >= MIN_HEAD) &&
            in_word_list(lexicon, LIST_WEAK_OR_STRONG, with_initial(run->issues->arena, slice_from(word, at), true)))
            return true;
    return false;
}

/* "Kollege" is no dative of "Kolleg". */
static bool may_be_weak(const struct check_run *run, const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((run->context->lexicon.lemmas[noun->analysis.readings[i].lemma].flags & LEMMA_WEAK_NOUN) != 0)
            return true;
    return false;
}

/* "im Auftrage", "zum Wohle", "dem Staate": the old dative. */
static bool is_old_dative(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;
    struct slice word = token_text(doc, &doc->tokens[phrase->noun]),
                 first = token_text(doc, &doc->tokens[phrase->first]);
    uint32_t form;

    if (!slice_ends(word, SLICE("e")) || !slice_ends(first, SLICE("m")) || may_be_weak(run, &doc->tokens[phrase->noun]))
        return false;
    form = lexicon_form(&run->context->lexicon, (struct slice){ word.at, word.len - 1 });
    return form != NO_ID &&
           agrees_with(run, phrase, run->context->lexicon.readings + run->context->lexicon.forms[form].first_reading,
                       run->context->lexicon.forms[form].reading_count);
}

/* "im folgenden Jahr": the article is in the preposition. */
static bool is_follower(const struct document *doc, const struct noun_phrase *phrase)
{
    const struct token *before = phrase->first > 0 ? &doc->tokens[phrase->first - 1] : NULL;

    return before != NULL && before->kind == TOKEN_WORD && token_is(before, POS_PREPOSITION) &&
           cases_of_preposition(before) == 0 && slice_starts(token_text(doc, before + 1), SLICE("folgend"));
}

/* "die beiden Häuser": the phrase began earlier. */
static bool follows_determiner(const struct document *doc, const struct noun_phrase *phrase)
{
    if (is_follower(doc, phrase))
        return true;
    return phrase->first > 0 && same_clause(doc, phrase->first - 1, phrase->first) &&
           token_is(&doc->tokens[phrase->first - 1], POS_DETERMINER) &&
           doc->tokens[phrase->first - 1].kind == TOKEN_WORD &&
           !is_possessive(token_text(doc, &doc->tokens[phrase->first])); /* "die ihren Garten pflegen" */
}

/* "Van der Meer": the article is part of a name. */
static bool is_in_surname(const struct document *doc, const struct noun_phrase *phrase)
{
    return phrase->first > 0 && same_clause(doc, phrase->first - 1, phrase->first) &&
           slice_equal(token_lower(&doc->tokens[phrase->first - 1]), SLICE("van"));
}

/* "des 20 Jahre alten Mannes", "ein paar Tage", "der Ein- und Ausfuhr": something else belongs to the phrase. */
static bool is_uncertain(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;
    const struct token *noun = &doc->tokens[phrase->noun], *first = &doc->tokens[phrase->first];
    struct slice text = token_text(doc, noun);

    return is_superlative_adverb(doc, phrase) || is_in_surname(doc, phrase) || may_lack_genitive(run, phrase) ||
           may_be_loan_plural(run, noun) || is_loan(run, noun) || is_numeral_or_adjective(run, noun) ||
           is_lower_word(doc, phrase->first, "paar") || (first->flags & TOKEN_QUOTED) != (noun->flags & TOKEN_QUOTED) ||
           slice_ends(text, SLICE("-")) || text.len < 2 || goes_on(doc, phrase) || may_be_pronoun(doc, phrase) ||
           follows_determiner(doc, phrase) || is_lower_word(doc, phrase->first, "beide") ||
           is_most_before_phrase(doc, phrase) || is_particle_noun(run, noun) ||
           slice_starts(token_text(doc, first), SLICE("jeglich"));
}

static struct span phrase_span(const struct check_run *run, const struct noun_phrase *phrase)
{
    return tokens_span(run, phrase->first, phrase->noun);
}

static bool is_singular_determiner(const struct token *determiner)
{
    bool singular = false;

    for (uint16_t i = 0; i < determiner->analysis.reading_count; i++) {
        uint32_t features = determiner->analysis.readings[i].features;

        if (pos_of(features) == POS_DETERMINER && (features & NUMBER_PL) != 0)
            return false;
        singular = singular || pos_of(features) == POS_DETERMINER;
    }
    return singular;
}

/* "gerade" in "Gerade", not "plan" in "Plan": an adjective with an ending. */
static bool is_inflected_form(const struct lexicon *lexicon, struct slice word)
{
    uint32_t form = lexicon_form(lexicon, word);

    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        uint32_t features = lexicon->readings[lexicon->forms[form].first_reading + i].features;

        if (pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) == 0)
            return true;
    }
    return false;
}

/* The cases of a determiner as a plural. */
static uint32_t plural_cases_of_determiner(const struct token *determiner)
{
    uint32_t cases = 0;

    for (uint16_t i = 0; i < determiner->analysis.reading_count; i++) {
        uint32_t features = determiner->analysis.readings[i].features;

        cases |= pos_of(features) == POS_DETERMINER && (features & NUMBER_PL) != 0 ? features & CASE_ANY : 0;
    }
    return cases;
}

/* A case is only as sure as the forms that are known: a noun without a plural in the dictionaries ("Ellbogen") may be
 * one, and so may an adjective used as a noun ("auf der Zielgeraden"). */
static bool has_sure_paradigm(const struct check_run *run, const struct noun_phrase *phrase, uint32_t governed)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    const struct lexicon *lexicon = &run->context->lexicon;

    if (is_inflected_form(lexicon, with_initial(run->issues->arena, last_part(run->doc, noun), false)))
        return false;
    uint32_t numbers;

    agreeing_cases(run->doc, phrase, &numbers);
    if (is_singular_determiner(&run->doc->tokens[phrase->first]) || numbers == NUMBER_PL ||
        (phrase->has_determiner && !phrase->contracted &&
         (plural_cases_of_determiner(&run->doc->tokens[phrase->first]) & governed) == 0))
        return true;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if (!lemma_has_plural(lexicon, noun->analysis.readings[i].lemma))
            return false;
    return true;
}

/* "zwei", "30", but not "1", nor years and types of four digits, and not the number of a thing ("Artikel 5", "Platz
 * drei"). */
static bool is_count(const struct check_run *run, size_t index)
{
    const struct token *token = &run->doc->tokens[index];
    struct slice text = token_text(run->doc, token);
    if (index + 1 >= run->doc->token_count || (token->flags & (TOKEN_ORDINAL | TOKEN_QUOTED)) != 0 ||
        slice_ends(text, SLICE("1")) || token_is(token, POS_NOUN) || token_is(token, POS_DETERMINER) ||
        (token->kind != TOKEN_NUMBER && !token_is(token, POS_NUMERAL)) || memchr(text.at, ',', text.len) != NULL ||
        slice_ends(text, SLICE("er")))
        return false;
    if (token->kind == TOKEN_NUMBER && (digits_at(text, 0) != text.len || text.len > 3))
        return false;
    return index == 0 || !same_clause(run->doc, index - 1, index) ||
           ((token[-1].flags & TOKEN_CAPITAL) == 0 && token[-1].kind == TOKEN_WORD &&
            token[-1].analysis.reading_count > 0);
}

/* "20.000 begeistertem Fans": behind a number, adjective and plural noun agree in some case. */
static void check_numbered_phrase(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    const struct token *number = &doc->tokens[index];
    struct noun_phrase phrase;

    if (number->kind != TOKEN_NUMBER || (number->flags & TOKEN_ORDINAL) != 0 || index + 2 >= doc->token_count ||
        !same_clause(doc, index, index + 2) || !noun_phrase_at(doc, index + 1, &phrase) || phrase.has_determiner ||
        phrase.noun != index + 2 || is_uncertain(run, &phrase))
        return;
    const struct token *noun = &doc->tokens[phrase.noun];

    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & NUMBER_SG) != 0)
            return;
    if (agreeing_cases(doc, &phrase, NULL) == 0)
        report(run, "check/agreement", phrase_span(run, &phrase));
}

static bool is_scale(struct slice word)
{
    return slice_equal(word, SLICE("Million")) || slice_equal(word, SLICE("Milliarde")) ||
           slice_equal(word, SLICE("Billion"));
}

/* "zwei Haus", "3 Goldmedaille", "zwei Million": a noun that is singular and has another plural, and is no measure
 * ("zwei Glas"). */
static void check_counted_singular(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    const struct lexicon *lexicon = &run->context->lexicon;
    struct noun_phrase phrase;

    if (is_count(run, index) && is_scale(token_text(doc, &doc->tokens[index + 1]))) {
        report(run, "check/agreement", tokens_span(run, index, index + 1));
        return;
    }
    if (!is_count(run, index) || !noun_at(doc, index + 1, &phrase) || phrase.has_determiner ||
        !same_clause(doc, index, phrase.noun) || is_uncertain(run, &phrase))
        return;
    const struct token *noun = &doc->tokens[phrase.noun];

    if (token_in_list(lexicon, LIST_COUNTED_IN_SINGULAR, noun) || token_in_list(lexicon, LIST_MEASURES, noun) ||
        token_in_list(lexicon, LIST_SCALES, noun) || (noun->flags & (TOKEN_HYPHEN | TOKEN_QUOTED)) != 0 ||
        form_is(lexicon, token_lower(noun), POS_ADJECTIVE))
        return;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & NUMBER_PL) != 0 ||
            !lemma_has_plural(lexicon, noun->analysis.readings[i].lemma))
            return;
    report(run, "check/agreement", tokens_span(run, index, phrase.noun));
}

/* The cases of a noun in the plural; 0 where it has none, or may be a singular with them ("20 Meter"). */
static uint32_t plural_cases(const struct token *noun)
{
    uint32_t cases = 0;

    for (uint16_t i = 0; i < noun->analysis.reading_count; i++) {
        uint32_t features = noun->analysis.readings[i].features;

        if ((features & NUMBER_SG) != 0 && (features & CASE_NOM) != 0)
            return 0;
        cases |= (features & NUMBER_PL) != 0 ? features & CASE_ANY : 0;
    }
    return cases;
}

/* "mit 30 Länder", "seit drei Jahre": behind a preposition that governs the dative alone, or behind "in" in a passive
 * that does not tell where to ("in 30 Länder eingesetzt"), a counted plural is a dative. */
static void check_counted_dative(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    bool number = index + 1 < doc->token_count &&
                  (doc->tokens[index].kind == TOKEN_NUMBER ||
                   (token_is(&doc->tokens[index], POS_NUMERAL) && !token_is(&doc->tokens[index], POS_DETERMINER)));

    if (index == 0 || !number || (doc->tokens[index].flags & TOKEN_ORDINAL) != 0 ||
        !same_clause(doc, index - 1, index + 1) || !token_is(&doc->tokens[index - 1], POS_PREPOSITION) ||
        !is_preposition_here(run, index - 1) || !bare_noun_at(doc, index + 1, &phrase) || is_uncertain(run, &phrase))
        return;
    uint32_t cases = plural_cases(&doc->tokens[phrase.noun]);
    bool in = is_lower_word(doc, index - 1, "in") && same_clause(doc, index, index + 2) &&
              token_is_verb_form(&doc->tokens[index + 2], VERB_PARTICIPLE2) &&
              has_lemma_of(&run->context->lexicon, &doc->tokens[index + 2], LIST_VERBS_OF_PLACE);

    if (cases == 0 || (cases & CASE_DAT) != 0 || (!in && cases_of_preposition(&doc->tokens[index - 1]) != CASE_DAT))
        return;
    report(run, "check/government", tokens_span(run, index - 1, index + 1));
}

/* "seit letzten Woche", "mit starken Regen": behind a preposition, an adjective without determiner has the strong
 * ending. One adjective alone: a second one may be weak ("nach langem schweren Leiden"). */
static void check_bare_phrase(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    if (index == 0 || !same_clause(doc, index - 1, index) || !token_is(&doc->tokens[index - 1], POS_PREPOSITION) ||
        token_is(&doc->tokens[index], POS_DETERMINER) || !noun_phrase_at(doc, index, &phrase) ||
        phrase.noun != index + 1 || !is_preposition_here(run, index - 1))
        return;
    uint32_t governed = cases_of_preposition(&doc->tokens[index - 1]);

    if (governed == 0 || (strong_cases(doc, &phrase) & governed) != 0 || is_uncertain(run, &phrase) ||
        (!is_lower_word(doc, index, "lange") &&
         holds_adverb(doc, &(struct noun_phrase){ .first = index - 1, .noun = phrase.noun })) ||
        !has_sure_paradigm(run, &phrase, CASE_ANY) || may_be_same_plural(run, &phrase) ||
        token_in_list(&run->context->lexicon, LIST_ADJECTIVE_ADVERBIALS, &doc->tokens[index]) ||
        is_weak_or_strong(run, &doc->tokens[phrase.noun]))
        return;
    report(run, "check/agreement", phrase_span(run, &phrase));
}

/* "Terrorist" is in the dictionary as a weak noun, whatever it ends in ("Rist"). */
static bool is_weak(const struct check_run *run, const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((run->context->lexicon.lemmas[noun->analysis.readings[i].lemma].flags & LEMMA_WEAK_NOUN) == 0)
            return false;
    return noun->analysis.reading_count > 0 && noun->analysis.form != NO_ID;
}

/* "dem Zeuge": the weak noun, and not the old dative of "Zeug" that looks like it. */
static bool is_strong_dative(const struct check_run *run, const struct noun_phrase *phrase, uint32_t cases)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, noun);

    bool weak = false;

    if (cases != CASE_DAT || phrase->contracted || !slice_ends(word, SLICE("e")))
        return false;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++) {
        const struct reading *reading = &noun->analysis.readings[i];

        weak = weak || ((lexicon->lemmas[reading->lemma].flags & LEMMA_WEAK_NOUN) != 0 &&
                        (reading->features & NUMBER_SG) != 0 && (reading->features & CASE_NOM) != 0);
        if ((reading->features & NUMBER_SG) != 0 && (reading->features & CASE_DAT) != 0 &&
            lemma_text(lexicon, reading->lemma).len + 1 != word.len)
            return false;
    }
    return weak;
}

static void check_phrase(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    uint32_t cases = agreeing_cases(run->doc, phrase, NULL);

    if (is_strong_dative(run, phrase, cases) && !is_uncertain(run, phrase)) {
        report(run, "check/agreement", phrase_span(run, phrase));
        return;
    }

    /* "wenn Ihr Zeit habt" */
    if (is_uncertain(run, phrase) || (cases == 0 && is_lower_word(run->doc, phrase->first, "Ihr")))
        return;
    if (cases == 0) {
        if (is_weak_or_strong(run, noun) || may_be_same_plural(run, phrase) || holds_adverb(run->doc, phrase) ||
            is_pronoun_before_phrase(run->doc, phrase) || is_old_dative(run, phrase) ||
            (!is_weak(run, noun) && head_agrees(run, phrase)))
            return;
        report(run, "check/agreement", phrase_span(run, phrase));
        return;
    }
    uint32_t governed = governed_cases(run, phrase);

    if (governed != 0 && (governed & cases) == 0 && phrase->has_determiner && has_sure_paradigm(run, phrase, governed))
        report(run, "check/government", tokens_span(run, phrase->first - 1, phrase->noun));
}

/* "dankte die Helfer", "half den Mann": behind a verb that governs the dative alone and has its subject before it. */
static void check_dative_object(const struct check_run *run, size_t verb)
{
    const struct document *doc = run->doc;
    size_t first = doc->sentences[doc->tokens[verb].sentence].first_token;
    struct noun_phrase subject, object;

    if (!is_surely_finite(&doc->tokens[verb]) || doc->tokens[verb].analysis.particle != NO_ID ||
        !has_lemma_of(&run->context->lexicon, &doc->tokens[verb], LIST_DATIVE_ONLY_VERBS) ||
        verb + 1 >= doc->token_count || !same_clause(doc, verb, verb + 1) || !noun_phrase_at(doc, first, &subject) ||
        behind_genitive(doc, subject.noun + 1) != verb || (agreeing_cases(doc, &subject, NULL) & CASE_NOM) == 0 ||
        !noun_phrase_at(doc, verb + 1, &object) || !object.has_determiner || object.contracted ||
        token_in_list(&run->context->lexicon, LIST_SPANS_OF_TIME, &doc->tokens[object.noun]))
        return;
    uint32_t numbers, cases = agreeing_cases(doc, &object, &numbers);

    /* "Den Kindern half der Nachbar" has its subject behind; here the verb must not fit the object's number, or the
     * first phrase must be the subject for sure. */
    if (cases == 0 || (cases & CASE_DAT) != 0 || !has_sure_paradigm(run, &object, CASE_DAT) ||
        ((agreeing_cases(doc, &subject, NULL) & CASE_DAT) != 0 && (cases & CASE_NOM) != 0))
        return;
    report(run, "check/government", tokens_span(run, verb, object.noun));
}

/* Adverbs, and nothing that may be an attribute. */
static bool is_only_adverb(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) != POS_ADVERB && !(pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) != 0))
            return false;
    }
    return token->kind == TOKEN_WORD && token->analysis.reading_count > 0 && (token->flags & TOKEN_CAPITAL) == 0;
}

/* "eine bislang unbekanntes Gruppe", "der sehr alten Baum": an adverb before the adjective, which alone is left out.
 * Only behind ein and kein, and behind der where it opens the sentence or follows a preposition: elsewhere it may be a
 * pronoun. */
static void check_phrase_with_adverb(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct slice word = token_text(doc, &doc->tokens[index]);
    bool opens = (doc->tokens[index].flags & TOKEN_SENTENCE_START) != 0 ||
                 (index > 0 && same_clause(doc, index - 1, index) &&
                  token_is(&doc->tokens[index - 1], POS_PREPOSITION) && is_preposition_here(run, index - 1));

    if (!same_clause(doc, index, index + 3) || !token_is(&doc->tokens[index], POS_DETERMINER) ||
        !is_only_adverb(&doc->tokens[index + 1]) || !is_inflected_adjective(&doc->tokens[index + 2]) ||
        token_is(&doc->tokens[index + 2], POS_DETERMINER) || token_is(&doc->tokens[index + 2], POS_ADVERB) ||
        (!slice_starts(word, SLICE("ein")) && !slice_starts(word, SLICE("kein")) && !opens))
        return;
    struct token tokens[3] = { doc->tokens[index], doc->tokens[index + 2], doc->tokens[index + 3] };
    struct document part = { .text = doc->text, .tokens = tokens, .token_count = 3 };
    struct noun_phrase phrase, whole = { .first = index, .noun = index + 3, .has_determiner = true };

    tokens[1].clause = tokens[2].clause = tokens[0].clause;
    if (!noun_phrase_at(&part, 0, &phrase) || phrase.noun != 2 || phrase.contracted ||
        agreeing_cases(&part, &phrase, NULL) != 0 || is_uncertain(run, &whole) || may_be_same_plural(run, &whole) ||
        is_weak_or_strong(run, &doc->tokens[whole.noun]) || head_agrees(run, &whole))
        return;
    report(run, "check/agreement", phrase_span(run, &whole));
}

/* "dessen", "deren" and genitives before a noun are no determiners that agree with it. */
static bool starts_phrase(const struct document *doc, size_t index)
{
    const struct token *token = &doc->tokens[index];

    return token->kind == TOKEN_WORD && !is_lower_word(doc, index, "dessen") && !is_lower_word(doc, index, "deren");
}

/* "Beamte": another dictionary has the noun under its strong form, "Beamter". Compounds go by their head. */
static bool has_strong_lemma(const struct check_run *run, const struct token *noun)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice head = last_part(run->doc, noun);
    uint32_t form =
        lexicon_form(lexicon, with_initial(run->issues->arena,
                                           arena_print(run->issues->arena, "%.*sr", (int)head.len, head.at), true));

    if (form == NO_ID)
        return false;
    const struct form_record *record = &lexicon->forms[form];
    bool strong = false;

    for (uint32_t i = 0; i < record->reading_count; i++) {
        const struct reading *reading = &lexicon->readings[record->first_reading + i];

        if ((reading->features & FEATURE_ADJECTIVAL_NOUN) == 0)
            return false;
        strong = strong || slice_ends(lemma_text(lexicon, reading->lemma), SLICE("er"));
    }
    return strong && record->frequency > 0;
}

/* "Deutsche", "Verletzte": the word is an adjective in lower case, and the dictionary declines it as one. */
static bool is_sure_adjectival(const struct check_run *run, const struct token *noun)
{
    return noun->analysis.reading_count > 0 && is_adjectival(noun) &&
           slice_ends(token_text(run->doc, noun), SLICE("e")) &&
           (form_is(&run->context->lexicon, token_lower(noun), POS_ADJECTIVE) || has_strong_lemma(run, noun));
}

bool begins_agreement(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    return token->kind == TOKEN_NUMBER || token_is(token, POS_NUMERAL) || token_is(token, POS_DETERMINER) ||
           has_contraction(token) || is_inflected_adjective(token) ||
           (is_surely_finite(token) && has_lemma_of(&run->context->lexicon, token, LIST_DATIVE_ONLY_VERBS));
}

void check_agreement(const struct check_run *run)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    for (size_t i = next_marked(run, MARK_AGREEMENT, 0); i < doc->token_count;
         i = next_marked(run, MARK_AGREEMENT, i + 1)) {
        check_dative_object(run, i);
        check_numbered_phrase(run, i);
        check_counted_dative(run, i);
        check_counted_singular(run, i);
        if (token_is(&doc->tokens[i], POS_DETERMINER))
            check_phrase_with_adverb(run, i);
        if (!starts_phrase(doc, i) || !noun_phrase_at(doc, i, &phrase))
            continue;
        phrase.adjectival = is_sure_adjectival(run, &doc->tokens[phrase.noun]);
        if (phrase.has_determiner)
            check_phrase(run, &phrase);
        else
            check_bare_phrase(run, i);
    }
}
