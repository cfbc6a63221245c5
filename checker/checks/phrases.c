/* Reads whether the words of a noun phrase belong together. */
#include "checks/phrases.h"

#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/paradigms.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

static bool is_lower_word(const struct document *doc, size_t index, const char *word)
{
    return slice_is(token_text(doc, &doc->tokens[index]), word);
}

/* "seine", "meines", "unserem", "ihren": they stand alone too seldom; "ihr" and "ihrer" do. */
static bool is_possessive(struct slice word)
{
    return slice_equal(word, SLICE("ihren")) || slice_equal(word, SLICE("ihrem")) ||
           slice_equal(word, SLICE("ihres")) || slice_starts(word, SLICE("sein")) ||
           slice_starts(word, SLICE("mein")) || slice_starts(word, SLICE("dein")) || slice_starts(word, SLICE("unser"));
}

/* "eine", "einen", "einem", "keinen", "diesem", "jedem": right before a noun they are its determiner. */
static bool stands_with_noun(struct slice word)
{
    return ((slice_starts(word, SLICE("ein")) || slice_starts(word, SLICE("kein")) ||
             slice_starts(word, SLICE("dies")) || slice_starts(word, SLICE("jed"))) &&
            (slice_ends(word, SLICE("en")) || slice_ends(word, SLICE("em")))) ||
           slice_equal(word, SLICE("eine")) || slice_equal(word, SLICE("mehrere"));
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
           (agreeing_cases(doc, &opening, NULL) & ~(uint32_t)CASE_GEN) == CASE_NOM;
}

/* ", die neue Chefin der Behörde, beginnt": no verb stands before the next mark, and behind it the sentence ends or
 * goes on with one. In a relative clause there would be a verb: ", die Opfern hilft". */
static bool is_inserted(const struct check_run *run, const struct noun_phrase *phrase)
{
    size_t i = phrase->noun + 1;

    for (; same_sentence(run, phrase->noun, i) && token_at(run, i)->kind == TOKEN_WORD; i++)
        if (may_be_verb(token_at(run, i)) || token_is(token_at(run, i), POS_CONJUNCTION))
            return false;
    return text_is(run, i, ".") ||
           (text_is(run, i, ",") && same_sentence(run, i, i + 1) && may_be_finite(token_at(run, i + 1)) &&
            !token_is(token_at(run, i + 1), POS_DETERMINER));
}

/* ", mit der Menschen geholfen wird": a verb stands before the next mark, or a mark right behind the noun puts it off.
 */
static bool verb_may_follow(const struct check_run *run, size_t noun)
{
    size_t end = stretch_end(run, noun);

    for (size_t i = noun + 1; i < end; i++)
        if (may_be_verb(token_at(run, i)))
            return true;
    return !text_is(run, end, ".") && (end == noun + 1 || !text_is(run, end, ","));
}

/* "würde das Verwirrung stiften": abstract nouns. */
static bool is_abstract(struct slice word)
{
    static const char *const endings[] = {
        "ung", "heit", "keit", "ion", "tät", "enz", "anz", "schaft", "tum", "ismus"
    };

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        if (slice_ends(word, slice_of(endings[i])))
            return true;
    return false;
}

/* "weil das Spaß macht", "dass die Opfern hilft": a noun that stands without article too, as plurals and masses do. One
 * in the genitive never does. */
static bool may_be_bare(const struct check_run *run, size_t noun)
{
    const struct token *token = token_at(run, noun);
    uint32_t cases = 0;
    bool countable = true;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        cases |= reading->features & CASE_ANY;
        countable = countable && (reading->features & NUMBER_PL) == 0 &&
                    lemma_has_plural(&run->context->lexicon, reading->lemma);
    }
    return cases != CASE_GEN &&
           (!countable || is_abstract(text_at(run, noun)) || is_kind_of(run, noun, LIST_BARE_NOUNS));
}

/* "Opfern", "Kräften" */
static bool is_only_dative_plural(const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++) {
        uint32_t features = noun->analysis.readings[i].features;

        if ((features & CASE_ANY) != CASE_DAT || (features & NUMBER_SG) != 0)
            return false;
    }
    return noun->analysis.reading_count > 0;
}

/* "folgende", "diejenigen": what follows need not be theirs. */
static bool may_precede_anything(struct slice word)
{
    return slice_starts(word, SLICE("folgend")) || memmem(word.at, word.len, "jenige", 6) != NULL;
}

/* der, die, das … may be pronouns, with a noun behind them that is not theirs: after a comma ("der Haus und Hof
 * verlor"), behind a verb or subordinator ("dass das Menschen hilft"). A preposition before them, or a sentence's start
 * with an adjective or singular noun behind, makes them articles. */
static bool may_be_pronoun(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;
    const struct token *first = &doc->tokens[phrase->first];
    struct slice word = token_text(doc, first);

    if (phrase->contracted || !phrase->has_determiner ||
        (!token_is(first, POS_PRONOUN) && !token_is(first, POS_RELATIVE)))
        return false;
    /* "die von ihr befürchtete Krise"; "holten sich alle nasse Füße", "in aller Munde", "alle Mann", but not "Alle neue
     * Schüler" */
    bool all = slice_starts(word, SLICE("all")) || slice_starts(word, SLICE("All"));
    bool opens = (first->flags & TOKEN_SENTENCE_START) != 0 && phrase->noun == phrase->first + 2;

    bool begins = phrase->first == 0 || doc->tokens[phrase->first - 1].sentence != first->sentence;
    bool object = all && !begins && phrase->noun > phrase->first + 1 && is_surely_finite(&first[-1]) &&
                  third_person_numbers(&first[-1]) == NUMBER_SG; /* "er habe alle neuen Gäste", not "haben alle" */
    bool governed = all && !begins && slice_equal(word, SLICE("allen")) && token_is(&first[-1], POS_PREPOSITION);

    if (is_lower_word(doc, phrase->first, "ihr") || (all && !opens && !object && !governed))
        return true;
    if (begins || object || governed)
        return false;
    const struct token *before = &doc->tokens[phrase->first - 1];

    if (before->clause != first->clause || before->kind != TOKEN_WORD)
        return !stands_with_noun(word) && !is_inserted(run, phrase); /* behind a comma they may be relative pronouns */
    /* "die ihren Garten": a relative pronoun and a possessive, which needs its noun. */
    if (token_is(before, POS_RELATIVE) && is_possessive(word))
        return false;
    if (token_is(before, POS_PREPOSITION)) /* ", mit der Menschen": a relative pronoun behind its preposition */
        return phrase->first >= 2 && doc->tokens[phrase->first - 2].sentence == first->sentence &&
               !same_clause(doc, phrase->first - 2, phrase->first) &&
               (relative_cases(first) & preposition_cases(before)) != 0 && verb_may_follow(run, phrase->noun);
    /* "der Beginn des Kriegs": behind a noun an article stands; "fanden das Opfer": so it does where the verb has its
     * subject already. */
    if (token_is(before, POS_NOUN) && (before->flags & TOKEN_CAPITAL) != 0)
        return false;
    if (is_possessive(word) || stands_with_noun(word))
        return false;
    if (slice_equal(word, SLICE("die")) && is_surely_finite(before) &&
        is_only_dative_plural(&doc->tokens[phrase->noun])) /* "half die Opfern" */
        return false;
    if (slice_equal(word, SLICE("das")) && has_lemma(&run->context->lexicon, before, "sein") &&
        third_person_numbers(before) == NUMBER_PL) /* "Meist sind das Leute, die" */
        return true;
    if ((slice_equal(word, SLICE("das")) || slice_equal(word, SLICE("die"))) &&
        has_other_subject(doc, phrase->first - 1))
        return false;
    /* "stimmte einer Gesetz zu", "fehlt der Geld": right behind a full verb it would be its subject or object */
    if ((slice_equal(word, SLICE("einer")) || slice_equal(word, SLICE("der"))) && is_surely_finite(before) &&
        !token_is(before, POS_AUXILIARY) && phrase->noun == phrase->first + 1 &&
        !is_plural_noun(&doc->tokens[phrase->noun]))
        return false;
    /* dem, den and des stand alone too seldom in news text to silence an error. */
    return phrase->noun == phrase->first + 1 && !slice_equal(word, SLICE("dem")) && !slice_equal(word, SLICE("den")) &&
           !slice_equal(word, SLICE("des")) && (may_precede_anything(word) || may_be_bare(run, phrase->noun));
}

static bool is_inner_mark(struct slice mark)
{
    return slice_equal(mark, SLICE("/")) || slice_equal(mark, SLICE("'")) || slice_equal(mark, SLICE("’"));
}

/* "Skandinaviens", "Merkels": a name in the genitive depends on the noun before it. */
bool is_genitive_name(const struct document *doc, const struct token *token)
{
    bool genitive = false;

    if (!slice_ends(token_text(doc, token), SLICE("s")) || (token->flags & (TOKEN_HYPHEN | TOKEN_INNER_CAPITAL)) != 0)
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) != POS_NAME || (features & CASE_NOM) != 0)
            return false;
        genitive = genitive || (features & CASE_GEN) != 0;
    }
    return genitive;
}

/* A name, a foreign word or another noun right behind may be the real head ("die Trump Regierung", "den Paris
 * Saint-Germain"). */
static bool goes_on(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;

    if (phrase->noun + 1 >= doc->token_count || names_its_noun(run, phrase->noun))
        return false;
    const struct token *next = &doc->tokens[phrase->noun + 1];

    if (!same_clause(doc, phrase->noun, phrase->noun + 1))
        return false;
    if (next->kind == TOKEN_PUNCTUATION) /* "zum Luft/Wasser-Tausch", "die A's", "die Bürger(innen)" */
        return (next->flags & (TOKEN_SPACE_BEFORE | TOKEN_CLOSING)) == 0 &&
               (is_inner_mark(token_text(doc, next)) || slice_equal(token_text(doc, next), SLICE("(")));
    if ((token_is_number(next) && !token_is(next, POS_DETERMINER) && same_clause(doc, phrase->noun, phrase->noun + 2) &&
         token_in_list(&run->context->lexicon, LIST_SPANS_OF_TIME, &next[1])) || /* "den Patient drei Wochen lang" */
        is_genitive_name(doc, next) ||                                           /* "in der Jahr 2018" */
        (next->kind == TOKEN_NUMBER && slice_equal(token_text(doc, next - 1), SLICE("Jahr"))))
        return false;
    return (next->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0 || next->kind == TOKEN_SYMBOL ||
           next->kind == TOKEN_NUMBER || (token_is(next, POS_NUMERAL) && !token_is(next, POS_DETERMINER)) ||
           next->analysis.reading_count == 0;
}

/* "die meisten ehemalige Soldaten" (sind …), "für die meisten Schluss": a pronoun, and what is said of it. */
static bool is_most_before_phrase(const struct document *doc, const struct noun_phrase *phrase)
{
    struct noun_phrase rest = { .first = phrase->first + 2, .noun = phrase->noun };

    if (phrase->first + 2 > phrase->noun || !is_lower_word(doc, phrase->first, "die") ||
        !(is_lower_word(doc, phrase->first + 1, "meisten") || is_lower_word(doc, phrase->first + 1, "wenigsten")))
        return false;
    return phrase->first + 2 < phrase->noun ? (strong_cases(doc, &rest) & CASE_NOM) != 0
                                            : !is_plural_noun(&doc->tokens[phrase->noun]);
}

static bool has_singular(const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & NUMBER_SG) != 0)
            return true;
    return false;
}

/* "die am stärksten betroffenen Länder", "fordert am meisten Opfer", "braucht am wenigsten Geld": "am stärksten" is an
 * adverb. */
static bool is_superlative_adverb(const struct document *doc, const struct noun_phrase *phrase)
{
    return phrase->contracted && is_lower_word(doc, phrase->first, "am") &&
           slice_ends(token_text(doc, &doc->tokens[phrase->first + 1]), SLICE("sten")) &&
           (phrase->noun > phrase->first + 2 || !has_singular(&doc->tokens[phrase->noun]) ||
            is_lower_word(doc, phrase->first + 1, "meisten") || is_lower_word(doc, phrase->first + 1, "wenigsten"));
}

/* "dass diese hohe Kosten verursachen", "kann diese hohe Kosten verursachen": behind a subordinator or verb "diese" is
 * the subject, what stands behind it the object, and a verb closes the clause. */
static bool is_this_alone(const struct document *doc, const struct noun_phrase *phrase)
{
    struct noun_phrase rest = { .first = phrase->first + 1, .noun = phrase->noun };
    size_t last = phrase->noun;

    if (!is_lower_word(doc, phrase->first, "diese") || phrase->first == 0 || rest.first == rest.noun ||
        !same_clause(doc, phrase->first - 1, phrase->first))
        return false;
    const struct token *before = &doc->tokens[phrase->first - 1];

    if ((!token_is(before, POS_SUBORDINATOR) && !may_be_finite(before)) || (strong_cases(doc, &rest) & CASE_ACC) == 0)
        return false;
    while (same_clause(doc, last, last + 1) && doc->tokens[last + 1].kind == TOKEN_WORD)
        last++;
    return last > phrase->noun && may_be_verb(&doc->tokens[last]);
}

/* "zum einen genügend Zeit", "die anderen beiden Mittel", "Häuser, von denen jedes hohe Kosten hat", "die darauf
 * folgenden Monate", "da dies längere Zeit braucht": the word is no determiner of the noun, or not its first one. */
static bool is_no_determiner(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;
    struct slice word = token_text(doc, &doc->tokens[phrase->first]);

    if (slice_equal(token_lower(&doc->tokens[phrase->first]), SLICE("dies")) && phrase->noun > phrase->first + 1)
        return true;
    if (slice_equal(word, SLICE("zum")) && (is_lower_word(doc, phrase->first + 1, "anderen") ||
                                            is_lower_word(doc, phrase->first + 1, "einen"))) /* "zum anderen Freude" */
        return true;
    if (phrase->noun == phrase->first + 3 &&
        slice_equal(token_text(doc, &doc->tokens[phrase->first + 1]), SLICE("beiden")) &&
        is_adverbial_noun(run, phrase->noun)) /* "hat man die beiden vorige Woche gesehen" */
        return true;
    if (phrase->first == 0 || !same_clause(doc, phrase->first - 1, phrase->first))
        return false;
    const struct token *before = &doc->tokens[phrase->first - 1];

    if (slice_equal(word, SLICE("einen")) || slice_equal(word, SLICE("anderen")))
        return slice_equal(token_lower(before), SLICE("zum"));
    if (slice_equal(word, SLICE("beiden")))
        return is_inflected_adjective(before);
    if (slice_starts(word, SLICE("jede")))
        return slice_equal(token_text(doc, before), SLICE("denen"));
    return slice_starts(word, SLICE("folgend")) &&
           (is_capitalised(before) || (token_is(before, POS_ADVERB) && !may_be_verb(before)));
}

/* A verb that can be nothing else stands later in the clause; behind und it may be a second one of the same subject. */
static bool verb_follows(const struct document *doc, size_t index)
{
    for (size_t i = index + 1; same_clause(doc, index, i); i++)
        if (is_surely_finite(&doc->tokens[i]) && !token_is(&doc->tokens[i - 1], POS_CONJUNCTION))
            return true;
    return false;
}

/* "einen jungen Mann", "untersuchte den verletzten Arzt": behind a verb or noun of its clause these are articles, and
 * what follows is no verb. */
static bool needs_noun(const struct document *doc, const struct noun_phrase *phrase)
{
    static const char *const words[] = { "einen", "einem", "eines", "keinen", "keinem", "keines", "den", "dem", "des" };
    const struct token *first = &doc->tokens[phrase->first];

    if (phrase->first == 0 || !same_clause(doc, phrase->first - 1, phrase->first) || first[-1].kind != TOKEN_WORD ||
        !(is_capitalised(&first[-1]) || is_likely_finite(doc, phrase->first - 1)))
        return false;
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (slice_is(token_text(doc, first), words[i]))
            return true;
    return false;
}

/* "am früher Morgen", "bei schlechter Wetter": right before a noun an adjective on -er is no adverb; "der früher
 * Angeklagte". */
static bool is_attribute_on_er(const struct document *doc, size_t index, size_t noun)
{
    return index + 1 == noun && slice_ends(token_text(doc, &doc->tokens[index]), SLICE("er")) &&
           is_inflected_adjective(&doc->tokens[index]) && !small_is(&doc->tokens[noun], POS_ADJECTIVE);
}

/* "alle", "mehrere": as a pronoun it has a plural verb, and "beteiligte" is none. */
static bool is_of_several(struct slice word)
{
    static const char *const words[] = { "alle", "mehrere", "einige", "viele", "wenige", "beide" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (slice_is(word, words[i]))
            return true;
    return false;
}

/* The word may be the verb of the pronoun before it: no "vereinbarten" of "das". */
static bool is_verb_of_pronoun(const struct token *pronoun, const struct token *token)
{
    uint32_t wanted = is_of_several(token_lower(pronoun))     ? NUMBER_PL
                      : slice_is(token_lower(pronoun), "das") ? NUMBER_SG
                                                              : NUMBER_ANY;

    return token_is_finite(token) && (finite_numbers(token) & wanted) != 0;
}

/* "Mehrere bekannten Forscher | verließen das Land": another verb stands right behind the noun, and more behind it. */
static bool verb_is_next(const struct document *doc, size_t noun)
{
    return same_clause(doc, noun, noun + 2) && doc->tokens[noun + 2].kind == TOKEN_WORD &&
           is_likely_finite(doc, noun + 1) && (finite_numbers(&doc->tokens[noun + 1]) & NUMBER_PL) != 0 &&
           !is_inflected_adjective(&doc->tokens[noun + 1]);
}

bool holds_adverb(const struct document *doc, const struct noun_phrase *phrase)
{
    /* "Einige zertrümmerten Fenster": a pronoun and its verb; right behind a verb there is none. */
    bool article = (doc->tokens[phrase->first].flags & TOKEN_SENTENCE_START) != 0 &&
                   token_is(&doc->tokens[phrase->first], POS_RELATIVE); /* "Die beliebte Sänger" */
    bool governed = phrase->first > 1 && same_clause(doc, phrase->first - 2, phrase->first) &&
                    token_is(&doc->tokens[phrase->first - 1], POS_PREPOSITION); /* "neben dem kranken Vater" */
    bool attribute = phrase->first > 0 && same_clause(doc, phrase->first - 1, phrase->first) &&
                     is_capitalised(&doc->tokens[phrase->first - 1]) && /* "ein Dutzend der evakuierte Familien" */
                     (doc->tokens[phrase->first - 1].flags & TOKEN_SENTENCE_START) == 0 &&
                     is_lower_word(doc, phrase->first, "der");
    bool pronoun = !article && !governed && !attribute && !needs_noun(doc, phrase) &&
                   token_is(&doc->tokens[phrase->first], POS_PRONOUN) && phrase->noun == phrase->first + 2 &&
                   !verb_follows(doc, phrase->noun) && !verb_is_next(doc, phrase->noun) &&
                   (phrase->first == 0 || !same_clause(doc, phrase->first - 1, phrase->first) ||
                    third_person_numbers(&doc->tokens[phrase->first - 1]) == 0);

    for (size_t i = phrase->first + 1; i < phrase->noun; i++)
        if ((pronoun && is_verb_of_pronoun(&doc->tokens[phrase->first], &doc->tokens[i])) ||
            (token_is(&doc->tokens[i], POS_ADVERB) && !is_attribute_on_er(doc, i, phrase->noun)) ||
            slice_ends(token_text(doc, &doc->tokens[i]), SLICE("weise")))
            return true;
    return false;
}

/* "Der Lohn junger Leute übertrifft | den älterer Kollegen": another genitive on -er stands before, or als or wie. */
static bool may_be_compared(const struct document *doc, size_t article)
{
    size_t first = doc->sentences[doc->tokens[article].sentence].first_token;

    for (size_t i = first; i < article; i++)
        if (is_lower_word(doc, i, "als") || is_lower_word(doc, i, "wie") ||
            (is_inflected_adjective(&doc->tokens[i]) && slice_ends(token_text(doc, &doc->tokens[i]), SLICE("er"))))
            return true;
    return false;
}

/* "wegen der hoher Kosten", "der Preis der neuer Modelle": right behind a noun, or a preposition with the genitive that
 * follows no comma ("Regeln, wegen der"), nothing but an article. */
static bool is_article_place(const struct document *doc, size_t article)
{
    const struct token *before = article > 0 ? &doc->tokens[article - 1] : NULL;

    if (before == NULL || !same_clause(doc, article - 1, article) || may_be_compared(doc, article))
        return false;
    if ((cases_of_preposition(before) & CASE_GEN) != 0)
        return article == 1 || (before->flags & TOKEN_SENTENCE_START) != 0 || same_clause(doc, article - 2, article);
    return is_plain_noun(before) && is_capitalised(before);
}

bool is_pronoun_before_phrase(const struct document *doc, const struct noun_phrase *phrase)
{
    struct noun_phrase rest = { .first = phrase->first + 1, .noun = phrase->noun };
    uint32_t numbers = 0, cases;

    if (rest.first == rest.noun || phrase->contracted || !token_is(&doc->tokens[phrase->first], POS_RELATIVE))
        return false;
    cases = agreeing_cases(doc, &rest, &numbers);
    if (slice_ends(token_text(doc, &doc->tokens[rest.first]), SLICE("ster")) ||
        slice_ends(token_text(doc, &doc->tokens[rest.first]), SLICE("ößter"))) /* "war das schwerster Beben" */
        return false;
    if ((doc->tokens[phrase->first].flags & TOKEN_SENTENCE_START) == 0 && (cases & CASE_GEN) != 0 &&
        (numbers & NUMBER_PL) != 0 && slice_ends(token_text(doc, &doc->tokens[rest.first]), SLICE("er")))
        return !is_article_place(doc, phrase->first) &&
               (!is_lower_word(doc, phrase->first, "den") || may_be_compared(doc, phrase->first));
    return (cases & CASE_NOM) != 0 && (numbers & NUMBER_PL) != 0 && is_lower_word(doc, phrase->first, "das") &&
           phrase->first > 0 &&
           (token_is_finite(&doc->tokens[phrase->first - 1]) || /* "dass das blinde Passagiere sind" */
            (token_is(&doc->tokens[phrase->first - 1], POS_SUBORDINATOR) && verb_follows(doc, phrase->noun)));
}

/* "im folgenden Jahr": the article is in the preposition. */
static bool is_follower(const struct document *doc, const struct noun_phrase *phrase)
{
    const struct token *before = phrase->first > 0 ? &doc->tokens[phrase->first - 1] : NULL;

    return before != NULL && before->kind == TOKEN_WORD && token_is(before, POS_PREPOSITION) &&
           cases_of_preposition(before) == 0 && slice_starts(token_text(doc, before + 1), SLICE("folgend"));
}

/* "die beiden Häuser": the phrase began earlier. */
static bool follows_determiner(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;

    if (is_follower(doc, phrase))
        return true;
    /* "viele der Häuser": a pronoun, and what it is of. */
    if (phrase->first > 0 && is_lower_word(doc, phrase->first, "der") &&
        lower_in_list(&run->context->lexicon, LIST_PARTITIVE_PRONOUNS, &doc->tokens[phrase->first - 1]) &&
        slice_ends(token_text(doc, &doc->tokens[phrase->first + 1]), SLICE("e")) && phrase->noun == phrase->first + 2)
        return false;
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

bool may_be_bare_comparative(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if ((features & UNINFLECTED) != 0 && (features & DEGREE_COMPARATIVE) != 0)
            return true;
    }
    return false;
}

bool is_name_behind(const struct check_run *run, size_t index)
{
    return same_clause(run->doc, index - 1, index) && token_is(token_at(run, index), POS_NAME) &&
           is_capitalised(token_at(run, index));
}

size_t behind_names(const struct check_run *run, size_t index)
{
    while (is_name_behind(run, index))
        index++;
    return index;
}

/* "der früher üblichen drei Monate": a comparative before another adjective may be an adverb. */
static bool holds_comparative(const struct document *doc, const struct noun_phrase *phrase)
{
    for (size_t i = phrase->first + 1; i + 1 < phrase->noun; i++)
        if (may_be_bare_comparative(&doc->tokens[i]))
            return true;
    return false;
}

bool is_uncertain_place(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;
    const struct token *noun = &doc->tokens[phrase->noun], *first = &doc->tokens[phrase->first];

    return is_superlative_adverb(doc, phrase) || is_in_surname(doc, phrase) ||
           is_lower_word(doc, phrase->first, "paar") || (first->flags & TOKEN_QUOTED) != (noun->flags & TOKEN_QUOTED) ||
           slice_ends(token_text(doc, noun), SLICE("-")) || may_be_pronoun(run, phrase) ||
           follows_determiner(run, phrase) || is_lower_word(doc, phrase->first, "beide") ||
           is_most_before_phrase(doc, phrase) || holds_comparative(doc, phrase) || is_no_determiner(run, phrase) ||
           is_this_alone(doc, phrase) || slice_starts(token_text(doc, first), SLICE("jeglich"));
}

bool is_uncertain_noun(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct token *noun = token_at(run, phrase->noun);

    return may_lack_genitive(run, phrase) || may_be_loan_plural(run, noun) || is_numeral_or_adjective(run, noun) ||
           token_text(run->doc, noun).len < 2 || goes_on(run, phrase) || is_particle_noun(run, noun);
}

bool is_uncertain(const struct check_run *run, const struct noun_phrase *phrase)
{
    return is_uncertain_place(run, phrase) || is_uncertain_noun(run, phrase) ||
           is_loan(run, token_at(run, phrase->noun));
}

bool is_relative_pronoun(const struct document *doc, size_t index)
{
    struct noun_phrase phrase;

    return token_is(&doc->tokens[index], POS_RELATIVE) && !noun_phrase_at(doc, index, &phrase);
}

bool holds_undeclined(const struct check_run *run, const struct noun_phrase *phrase)
{
    for (size_t i = phrase->first + 1; i < phrase->noun; i++)
        if (in_list(run, LIST_UNDECLINED_ADJECTIVES, i))
            return true;
    return false;
}

static bool is_adverb_too(const struct check_run *run, const struct token *token)
{
    struct slice word = token_text(run->doc, token);

    if (is_inflected_adjective(token) && (slice_ends(word, SLICE("erer")) || slice_ends(word, SLICE("ster"))))
        return false; /* "den früherer Chef" */
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if ((features & UNINFLECTED) != 0 && (features & DEGREE_COMPARATIVE) == 0)
            return true;
    }
    return false;
}

bool may_be_undeclined(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = lower_at(run, phrase->first);

    for (size_t i = phrase->first + 1; i < phrase->noun; i++)
        if (is_adverb_too(run, token_at(run, i)))
            return true;
    return holds_undeclined(run, phrase) || slice_equal(first, SLICE("ihr")) || slice_equal(first, SLICE("dies"));
}

bool is_singular_count(const struct check_run *run, size_t index)
{
    for (uint16_t i = 0; i < token_at(run, index)->analysis.reading_count; i++)
        if ((token_at(run, index)->analysis.readings[i].features & NUMBER_PL) == 0 &&
            !lemma_has_plural(&run->context->lexicon, token_at(run, index)->analysis.readings[i].lemma))
            return true;
    return has_lemma_of(&run->context->lexicon, token_at(run, index), LIST_MEASURES) ||
           has_lemma_of(&run->context->lexicon, token_at(run, index), LIST_COUNTED_IN_SINGULAR) ||
           has_lemma_of(&run->context->lexicon, token_at(run, index), LIST_CURRENCIES) ||
           in_list(run, LIST_SCALES, index);
}

void report_disagreement(const struct check_run *run, const struct noun_phrase *phrase)
{
    uint32_t governed = governed_cases(run, phrase);
    struct span span = tokens_span(run, phrase->first, phrase->noun);

    suggest_agreement(run, report(run, "check/agreement", span), phrase, governed == 0 ? CASE_ANY : governed);
}
