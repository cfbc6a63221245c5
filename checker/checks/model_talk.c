/* Marks what is said between a language model and those who use it: orders to a translator ("Verzichte auf
 * Füllwörter und bleib nah am Original"), answers ("Perfekt, hier die deutsche Fassung:"), remarks on the work ("Den
 * Absatz zu den Sponsoren habe ich weggelassen").
 *
 * The phrases are without number; what they have in common is that somebody speaks to somebody of work on a text. News
 * does neither outside quotation marks. So a sentence is weighed: words that only such work has count two
 * (words/talk-strong.txt), words that go with it one (words/talk-weak.txt). What it needs depends on the act: an order
 * needs little, a statement much. It must not name more other things than the act allows. News of writers, translators
 * and chatbots (words/texts-elsewhere.txt), and columns, may do all this but give orders. */
#include "checks/clauses.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

/* A sentence, a part of it at a colon, or what stands in parentheses. */
struct stretch {
    size_t first, end;             /* tokens */
    unsigned strong, weak, others; /* words */
    unsigned work;                 /* those of them that only work on a text has */
    unsigned terms, english_terms; /* short quotations: words that are spoken of */
    bool is_note;                  /* stands in parentheses */
    bool has_self, has_habe, has_you, has_sie, has_finite, has_past, has_participle;
    bool is_said; /* "Halte den Ton, sagte die Lehrerin." */
};

/* As written, by its lemma, by the verb with its prefix. */
static bool is_of(const struct check_run *run, size_t i, enum named_list list)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);

    if (token->analysis.joined != NO_ID)
        return in_word_list(lexicon, list, lemma_text(lexicon, token->analysis.joined));
    return token_in_list(lexicon, list, token) || lower_in_list(lexicon, list, token) ||
           lemma_in_list(lexicon, list, token);
}

/* Also the head of a compound: "Satzformulierung". */
static bool is_strong(const struct check_run *run, size_t i)
{
    return is_of(run, i, LIST_TALK_STRONG) ||
           set_holds(token_at(run, i)->type->head_listed, run->context->lexicon.list_numbers[LIST_TALK_STRONG]);
}

/* Who writes news does not say "ich". */
static bool is_self(const struct check_run *run, size_t i)
{
    return in_list_lower(run, LIST_TALK_SELF, i);
}

/* The word is, among others, the order to one person that a sentence begins with: "Fasse", "Lies"; to several
 * ("Schaut vorbei") none that a model is given. */
static bool is_imperative(const struct token *token)
{
    struct slice text = token->type->text;

    return is_capitalised(token) && (token->type->small_traits >> (TRAIT_VERB_FORM + VERB_IMPERATIVE) & 1) != 0 &&
           !token_is(token, POS_AUXILIARY) && !token_is(token, POS_ADVERB) && !token_is(token, POS_PREPOSITION) &&
           !token_is(token, POS_SUBORDINATOR) && !token_is(token, POS_CONJUNCTION) &&
           !token_is(token, POS_DETERMINER) && (text.at[text.len - 1] != 't' || slice_equal(text, SLICE("Halt"))) &&
           (token->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN)) == 0;
}

bool is_talk_of_text(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && (is_self(run, i) || is_imperative(token) || is_strong(run, i) ||
                                         is_of(run, i, LIST_TALK_WEAK) || in_list_lower(run, LIST_TALK_OPENERS, i));
}

/* "Sie übersetzte": one woman, and nobody who is spoken to. */
static bool is_she(const struct check_run *run, size_t i)
{
    return slice_equal(lower_at(run, i), SLICE("sie")) && same_clause(run->doc, i, i + 1) &&
           token_is_finite(token_at(run, i + 1)) && finite_numbers(token_at(run, i + 1)) == NUMBER_SG;
}

/* A person or thing that is named, and none of the text's; "er". */
static bool is_other_thing(const struct check_run *run, const struct stretch *stretch, size_t i)
{
    const struct token *token = token_at(run, i);

    if (in_list_lower(run, LIST_TALK_PERSONS, i) || is_she(run, i))
        return true;
    return is_capitalised(token) && !is_of(run, i, LIST_TALK_NEUTRAL) &&
           (i > stretch->first || token_is(token, POS_NAME) || (token->analysis.flags & ANALYSIS_KNOWN) == 0) &&
           (token_is(token, POS_NOUN) || token_is(token, POS_NAME) || token->analysis.flags == 0);
}

/* A quotation of at most three words: a word that is spoken of. */
static bool is_term(const struct check_run *run, size_t opening)
{
    enum { MOST_WORDS = 3 };

    for (size_t i = opening + 2; i <= opening + MOST_WORDS + 1 && same_sentence(run, opening, i); i++)
        if ((token_at(run, i)->flags & TOKEN_CLOSING) != 0)
            return true;
    return false;
}

/* "bill", "the Bulls": English, and no German. */
static bool has_english(const struct check_run *run, size_t first)
{
    for (size_t i = first; (token_at(run, i)->flags & TOKEN_CLOSING) == 0; i++)
        if (is_english_token(token_at(run, i)) && (token_at(run, i)->analysis.flags & ANALYSIS_KNOWN) == 0)
            return true;
    return false;
}

/* "werden", "übersetzten" may be a finite verb, but not as an attribute, nor at the end of all. */
static bool is_predicate(const struct check_run *run, const struct stretch *stretch, size_t i)
{
    const struct token *token = token_at(run, i);

    if ((is_capitalised(token) && token_is(token, POS_NOUN)) || slice_equal(token_lower(token), SLICE("bitte")))
        return false;
    if (i + 1 >= stretch->end || token_at(run, i + 1)->kind != TOKEN_WORD)
        return is_surely_finite(token);
    return may_be_finite(token) && !(token_is(token, POS_ADJECTIVE) && is_capitalised(token_at(run, i + 1)));
}

/* "maschinell übersetzte Artikel": no past tense. */
static bool is_attribute(const struct check_run *run, const struct stretch *stretch, size_t i)
{
    return token_is(token_at(run, i), POS_ADJECTIVE) && i + 1 < stretch->end && is_capitalised(token_at(run, i + 1)) &&
           token_is(token_at(run, i + 1), POS_NOUN);
}

/* Who speaks, who is spoken to, and when. */
static void hear_word(const struct check_run *run, struct stretch *stretch, size_t i)
{
    const struct token *token = token_at(run, i);
    bool small = (token->flags & TOKEN_CAPITAL) == 0;

    stretch->has_self = stretch->has_self || is_self(run, i);
    stretch->has_habe = stretch->has_habe || text_is(run, i, "habe");
    stretch->has_you =
        stretch->has_you || slice_equal(token_lower(token), SLICE("du")) || in_list_lower(run, LIST_ADDRESS_DU, i);
    stretch->has_sie = stretch->has_sie || (i > stretch->first && in_list(run, LIST_ADDRESS_SIE, i)) ||
                       (i > stretch->first + 1 && text_is(run, i, "Sie"));
    stretch->has_finite = stretch->has_finite || is_predicate(run, stretch, i);
    stretch->has_past =
        stretch->has_past || (small && token_is_verb_form(token, VERB_PAST) && !is_attribute(run, stretch, i));
    stretch->is_said =
        stretch->is_said ||
        (small && i > stretch->first && text_is(run, i - 1, ",") && token_is_finite(token) &&
         (token_is_verb_form(token, VERB_PAST) || has_lemma_of(&run->context->lexicon, token, LIST_VERBS_OF_SAYING)));
    stretch->has_participle = stretch->has_participle || (small && token_is_verb_form(token, VERB_PARTICIPLE2));
}

static void weigh_word(const struct check_run *run, struct stretch *stretch, size_t i)
{
    const struct token *token = token_at(run, i);

    if ((token->flags & TOKEN_OPENING) != 0 && is_term(run, i)) {
        stretch->terms++;
        stretch->english_terms += has_english(run, i + 1);
    }
    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_QUOTED) != 0)
        return;
    hear_word(run, stretch, i);
    if (i == stretch->first && in_list_lower(run, LIST_TALK_OPENERS, i))
        return;
    stretch->work += is_of(run, i, LIST_TALK_WORK);
    if (is_strong(run, i))
        stretch->strong++;
    else if (is_of(run, i, LIST_TALK_WEAK))
        stretch->weak++;
    else if (is_other_thing(run, stretch, i))
        stretch->others++;
}

static struct stretch weigh(const struct check_run *run, size_t first, size_t end)
{
    struct stretch stretch = { .first = first, .end = end };

    stretch.is_note = first > 0 && same_sentence(run, first - 1, first) &&
                      (text_is(run, first - 1, "(") || text_is(run, first - 1, "["));
    for (size_t i = first; i < end; i++)
        weigh_word(run, &stretch, i);
    if (stretch.has_self || stretch.is_note) { /* "Ich lese „bill“ hier als Gesetz." */
        stretch.strong += stretch.english_terms;
        stretch.weak += stretch.terms - stretch.english_terms;
    }
    return stretch;
}

static size_t skip_bitte(const struct check_run *run, const struct stretch *stretch)
{
    return stretch->first +
           (stretch->first + 2 < stretch->end && slice_equal(lower_at(run, stretch->first), SLICE("bitte")));
}

/* "Fasse dich kurz", "Lies den Text": no subject behind it, no other verb. A noun as well ("Suche nach …") if an object
 * follows. */
static bool is_order(const struct check_run *run, const struct stretch *stretch)
{
    size_t verb = skip_bitte(run, stretch);
    const struct token *token = token_at(run, verb);

    if (stretch->strong == 0 && stretch->weak < 2 && (stretch->others > 0 || stretch->has_you))
        return false; /* "Öffne die App und gib deinen Namen ein." */
    if (stretch->has_past || verb + 1 >= stretch->end || token_at(run, verb + 1)->kind != TOKEN_WORD ||
        in_list(run, LIST_NAME_NEIGHBOURS, verb) || is_self(run, verb))
        return false;
    if (verb > stretch->first)
        return (token->type->small_traits >> (TRAIT_VERB_FORM + VERB_IMPERATIVE) & 1) != 0 &&
               !token_is_verb_form(token, VERB_PARTICIPLE2) && !is_capitalised(token);
    if (!is_imperative(token) || in_list(run, LIST_TALK_SUBJECTS, verb + 1))
        return false;
    if (token_is(token, POS_NOUN) || token_is(token, POS_NAME) || token_is(token, POS_ADJECTIVE))
        return in_list(run, LIST_TALK_OBJECTS, verb + 1);
    return !token_is_finite(token_at(run, verb + 1)) || text_is(run, verb + 1, "bitte");
}

static bool is_polite_order(const struct check_run *run, const struct stretch *stretch)
{
    size_t verb = skip_bitte(run, stretch);

    return verb + 1 < stretch->end && text_is(run, verb + 1, "Sie") &&
           (token_at(run, verb)->type->small_traits >> (TRAIT_VERB_FORM + VERB_INFINITIVE) & 1) != 0;
}

/* "Überschrift nicht übersetzen.": an infinitive at the end, and no verb that is finite. */
static bool is_short_order(const struct check_run *run, const struct stretch *stretch)
{
    size_t last = stretch->end;

    while (last > stretch->first && token_at(run, last - 1)->kind != TOKEN_WORD)
        last--;
    return last >= stretch->first + 2 && !stretch->has_finite && is_bare_infinitive(run->doc, last - 1) &&
           !is_capitalised(token_at(run, last - 1)) && !is_zu_infinitive(run->doc, last - 1);
}

/* "Keine Anglizismen." */
static bool is_limit(const struct check_run *run, const struct stretch *stretch)
{
    return !stretch->has_finite && in_list_lower(run, LIST_TALK_LIMITS, stretch->first);
}

/* "Tonalität: seriös, Anrede: keine" */
static bool is_label(const struct check_run *run, const struct stretch *stretch)
{
    if (stretch->has_finite || stretch->is_note || stretch->end < stretch->first + 3)
        return false;
    for (size_t i = stretch->first + 1; i < stretch->end; i++)
        if (text_is(run, i, ":"))
            return true;
    return false;
}

static bool is_report(const struct check_run *run, const struct stretch *stretch)
{
    (void)run;
    return stretch->has_self && stretch->has_habe;
}

static bool is_of_self(const struct check_run *run, const struct stretch *stretch)
{
    (void)run;
    return stretch->has_self;
}

static bool is_to_you(const struct check_run *run, const struct stretch *stretch)
{
    (void)run;
    return stretch->has_you;
}

static bool is_address(const struct check_run *run, const struct stretch *stretch)
{
    (void)run;
    return stretch->has_sie;
}

/* "Wenn du magst, mache ich daraus eine Meldung." */
static bool is_between_two(const struct check_run *run, const struct stretch *stretch)
{
    return stretch->has_self && stretch->has_you && run->doc->sentence_count > 1;
}

/* "Verstanden." before it. */
static bool is_behind_opening(const struct check_run *run, const struct stretch *stretch)
{
    const struct token *start = token_at(run, stretch->first);
    const struct sentence *before = start->sentence == 0 ? NULL : &run->doc->sentences[start->sentence - 1];

    return before != NULL && before->token_count <= 4 && same_segment(run, before->first_token, stretch->first) &&
           in_list_lower(run, LIST_TALK_OPENERS, before->first_token);
}

/* "Perfekt, …", "Alles klar! …" */
static bool is_opening(const struct check_run *run, const struct stretch *stretch)
{
    size_t mark = stretch->first + 1;

    if (!in_list_lower(run, LIST_TALK_OPENERS, stretch->first))
        return false;
    while (mark < stretch->end && mark < stretch->first + 3 && token_at(run, mark)->kind == TOKEN_WORD)
        mark++;
    return mark < stretch->end && (text_is(run, mark, ",") || text_is(run, mark, "!"));
}

static bool ends_in_colon(const struct check_run *run, const struct stretch *stretch)
{
    return text_is(run, stretch->end - 1, ":");
}

/* "Im Folgenden die deutsche Fassung:" */
static bool is_offer(const struct check_run *run, const struct stretch *stretch)
{
    return ends_in_colon(run, stretch) &&
           (in_list_lower(run, LIST_TALK_HERE, stretch->first) ||
            (stretch->first + 1 < stretch->end && in_list_lower(run, LIST_TALK_HERE, stretch->first + 1)));
}

/* "Dieser Beitrag wurde mit künstlicher Intelligenz übersetzt.", "Der folgende Text …" */
static bool is_of_this_text(const struct check_run *run, const struct stretch *stretch)
{
    for (size_t i = stretch->first; i < stretch->first + 2 && i + 1 < stretch->end; i++)
        if (in_list_lower(run, LIST_TALK_THESE, i) && in_list(run, LIST_TALK_TEXTS, i + 1))
            return true;
    return false;
}

/* "(Titel bewusst nicht eingedeutscht)"; "(wörtlich übersetzt: „Haus des Friedens“)" is the author's. */
static bool is_note(const struct check_run *run, const struct stretch *stretch)
{
    (void)run;
    return stretch->is_note && (stretch->has_finite || (stretch->has_participle && stretch->terms == 0));
}

static bool is_past(const struct check_run *run, const struct stretch *stretch)
{
    (void)run;
    return stretch->has_past;
}

static bool is_statement(const struct check_run *run, const struct stretch *stretch)
{
    const struct token *opening = token_at(run, stretch->first);

    /* "Literarische Texte kann man …", "Maschinell übersetzte Artikel werden …": of such texts in general */
    if ((opening->type->small_traits >> TRAIT_ATTRIBUTE & 1) != 0 && !token_is(opening, POS_DETERMINER))
        return false;
    return stretch->has_finite && !is_attribute(run, stretch, stretch->first + 1);
}

/* ANYWHERE: a leak in news of writers and chatbots too. AMID_NEWS: a SHORT sentence (tokens) among others needs no
 * strong word. */
enum { ANYWHERE = 1, AMID_NEWS = 2, SHORT = 14 };

/* What may be done with words, and what it needs: points; strong words (a point more where one is missing); how many
 * other things may be named. */
static const struct act {
    bool (*is_done)(const struct check_run *run, const struct stretch *stretch);
    unsigned points, strong, others;
    unsigned where; /* ANYWHERE, AMID_NEWS */
} acts[] = {
    { is_order, 1, 0, 2, ANYWHERE },       /* "Verzichte auf Anglizismen." */
    { is_polite_order, 3, 1, 1, 0 },       /* "Verzichten Sie auf Anglizismen." */
    { is_short_order, 3, 1, 1, ANYWHERE }, /* "Überschrift nicht übersetzen." */
    { is_limit, 2, 1, 0, ANYWHERE },       /* "Keine Anglizismen." */
    { is_label, 3, 1, 0, ANYWHERE },       /* "Tonalität: seriös" */
    { is_report, 2, 1, 2, AMID_NEWS },     /* "Den Absatz habe ich weggelassen." */
    { is_of_self, 2, 1, 1, AMID_NEWS },    /* "Ich würde den Absatz weglassen." */
    { is_to_you, 2, 0, 1, AMID_NEWS },     /* "Brauchst du eine kürzere Fassung?" */
    { is_between_two, 1, 0, 1, 0 },        /* "Ich warte auf deinen Artikel." */
    { is_behind_opening, 2, 0, 1, 0 },     /* "Verstanden. Es folgt die Übertragung ins Deutsche." */
    { is_address, 3, 1, 0, 0 },            /* "Möchten Sie eine kürzere Fassung?" */
    { is_opening, 2, 0, 1, ANYWHERE },     /* "Perfekt, weiter mit dem nächsten Absatz." */
    { is_offer, 3, 0, 0, 0 },              /* "Im Folgenden die deutsche Fassung:" */
    { ends_in_colon, 4, 1, 0, 0 },         /* "Die gewünschte Übersetzung lautet wie folgt:" */
    { is_of_this_text, 3, 0, 2, 0 },       /* "Dieser Text wurde maschinell übertragen." */
    { is_note, 3, 1, 1, 0 },               /* "(Titel bewusst nicht eingedeutscht)" */
    { is_past, 4, 1, 0, 0 },               /* "Der Absatz wurde wörtlich übersetzt." */
    { is_statement, 6, 1, 0, 0 },          /* "Der Satz enthält ein Wortspiel, das sich nicht nachbilden lässt." */
};

/* A missing strong word costs points: most where the sentence stands alone, so that nothing shows it to be odd. */
static unsigned points_needed(const struct check_run *run, const struct stretch *stretch, const struct act *act)
{
    bool amid = run->doc->sentence_count > 1;

    if (stretch->strong >= act->strong ||
        (amid && (act->where & AMID_NEWS) != 0 && stretch->end - stretch->first <= SHORT))
        return act->points;
    return act->points + (amid ? 1 : 2);
}

static bool is_talk(const struct check_run *run, const struct stretch *stretch, bool elsewhere)
{
    unsigned points = 2 * stretch->strong + stretch->weak;

    /* "Ich verstehe dich", "Kannst du lesen, so lies": people talk, in an interview or a column */
    if (stretch->strong + stretch->work == 0)
        return false;

    for (const struct act *act = acts; act < acts + sizeof acts / sizeof *acts; act++)
        if (!stretch->is_said && points >= points_needed(run, stretch, act) && stretch->others <= act->others &&
            ((act->where & ANYWHERE) != 0 || !elsewhere) && act->is_done(run, stretch))
            return true;
    return false;
}

/* The document speaks of writers, translators, chatbots; or its author does of himself, in a sentence that is no talk
 * of texts: a column, an interview. */
static bool is_elsewhere(const struct check_run *run, size_t sentence)
{
    const struct document *doc = run->doc;

    for (size_t i = 0; i < doc->token_count; i++) {
        const struct token *token = token_at(run, i);

        if (is_of(run, i, LIST_TEXTS_ELSEWHERE))
            return true;
        if (token->sentence == sentence || (token->flags & TOKEN_QUOTED) != 0 || !is_self(run, i))
            continue;
        struct stretch other = weigh(run, sentence_first(run, i), sentence_end(run, i));

        if (2 * other.strong + other.weak < 2)
            return true;
    }
    return false;
}

/* "Öffne die Einstellungen. Tippe auf das Zahnrad.": the document orders its reader about other things as well. */
static bool is_manual(const struct check_run *run)
{
    enum { SEVERAL = 2 };
    size_t orders = 0;

    for (size_t i = next_marked(run, MARK_TALK, 0); i < run->doc->token_count && orders < SEVERAL;
         i = next_marked(run, MARK_TALK, i + 1)) {
        const struct token *token = token_at(run, i);

        if ((token->flags & (TOKEN_SENTENCE_START | TOKEN_QUOTED)) != TOKEN_SENTENCE_START || !is_imperative(token) ||
            token_is(token, POS_NOUN) || token_is(token, POS_NAME))
            continue;
        struct stretch order = weigh(run, i, sentence_end(run, i));

        orders += order.strong == 0 && order.others > 0 && order.weak <= order.others && !order.has_past;
    }
    return orders >= SEVERAL;
}

/* "Speichere die Datei ab.": between other steps of a manual no order to a translator. */
static bool may_be_step(const struct check_run *run, const struct stretch *stretch)
{
    return stretch->strong == 0 && is_order(run, stretch) && is_manual(run);
}

static void check_stretch(const struct check_run *run, size_t first, size_t end)
{
    const struct token *start = token_at(run, first);

    if (end < first + 2 || (start->flags & (TOKEN_QUOTED | TOKEN_OPENING)) != 0)
        return;
    struct stretch stretch = weigh(run, first, end);
    struct span span = tokens_span(run, first, end - 1);

    if (is_talk(run, &stretch, false) && is_talk(run, &stretch, is_elsewhere(run, start->sentence)) &&
        !may_be_step(run, &stretch) && !has_markup_issue(run, span))
        report(run, "check/model-talk", span);
}

/* What stands in parentheses or brackets, by itself. */
static void check_notes(const struct check_run *run, size_t first, size_t end)
{
    size_t opening = end;

    for (size_t i = first; i < end; i++) {
        if (text_is(run, i, "(") || text_is(run, i, "["))
            opening = i + 1;
        else if (opening < i && (text_is(run, i, ")") || text_is(run, i, "]"))) {
            check_stretch(run, opening, i);
            opening = end;
        }
    }
}

/* The notes in a sentence, its parts at the first colon, and the whole. */
static void check_sentence(const struct check_run *run, size_t first, size_t end)
{
    check_notes(run, first, end);
    for (size_t i = first; i + 1 < end; i++)
        if (text_is(run, i, ":")) {
            check_stretch(run, first, i + 1);
            check_stretch(run, i + 1, end);
            break;
        }
    check_stretch(run, first, end);
}

void check_model_talk(const struct check_run *run)
{
    size_t i = next_marked(run, MARK_TALK, 0);

    while (i < run->doc->token_count) {
        check_sentence(run, sentence_first(run, i), sentence_end(run, i));
        i = next_marked(run, MARK_TALK, sentence_end(run, i));
    }
}
