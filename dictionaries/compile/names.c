/* Generates what names are turned into when they are translated as words: "Slack" as Durchhang, "Crystal Palace" as
 * Kristallpalast, "Boston Red Sox" as Boston Rote Socken, by all Ding translations of their words.
 *
 * One word counts where names stand: bare with its company in the sentence, as part of a compound of its kind, or
 * behind what it is ("den Messengerdienst Durchhang"). Several words must stand side by side as a name's do, the
 * adjective with a capital inside the sentence; a town before them ("Boston") is sign enough. Those with a small word
 * between them ("Game of Thrones") stand side by side with one of its German ones. */
#include "idioms.h"

#include "text/letters.h"
#include "text/unicode.h"
#include "word_file.h"

enum {
    MAX_WORDS = 6,
    MAX_ALTERNATIVES = 10, /* translations of one word that are tried, the commonest in Ding first */
    MAX_FREQUENCY = 150,   /* a word more frequent in Ding's phrases is no sign alone ("Vorteil" for Edge) */
};

struct namer {
    struct rule_sources *rules;
    const struct translations *translations;
    const struct word_list *too_light;
    const struct word_lists *lists;
    FILE *log;
    struct rule_source *rule; /* the name at hand */
};

/* A word of a name: what it becomes as the head, and as an adjective before it. */
struct name_word {
    struct slice english;
    struct slice nouns[MAX_ALTERNATIVES], adjectives[MAX_ALTERNATIVES];
    size_t noun_count, adjective_count;
    const char *small; /* a small word's German ones between bars; else NULL */
};

/* "Signal", "Boston", "Stars" beside Star: a noun that German has taken over. */
static bool is_same(const struct namer *namer, struct slice german, struct slice english)
{
    struct slice left = lower_case(&namer->rules->arena, german), right = lower_case(&namer->rules->arena, english);

    return (german_classes(namer->translations, german) & GERMAN_NOUN) != 0 &&
           (slice_equal(left, right) ||
            (slice_ends(right, SLICE("s")) && left.len + 1 == right.len && memcmp(left.at, right.at, left.len) == 0));
}

static void add_word(struct slice *words, size_t *count, struct slice german)
{
    for (size_t i = 0; i < *count; i++)
        if (slice_equal(words[i], german))
            return;
    if (*count < MAX_ALTERNATIVES)
        words[(*count)++] = german;
}

static const char *small_german(struct slice english)
{
    static const struct {
        const char *english, *german;
    } words[] = {
        { "of", "der|des|von|vom|aus" },
        { "the", "der|die|das|den|dem" },
        { "and", "und" },
        { "&", "und|&" },
        { "in", "in|im" },
        { "for", "für" },
        { "to", "zu|zum|zur" },
        { "with", "mit" },
        { "on", "auf|am|an" },
        { "at", "an|am|bei|im" },
        { "a", "ein|eine|einen|einem|einer" },
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (slice_equal(english, slice_of(words[i].english)))
            return words[i].german;
    return NULL;
}

/* False for a word that stays as it is: one without translation, or one that is its own commonest translation. */
static bool read_word(const struct namer *namer, struct slice english, struct name_word *word)
{
    struct german_words german;

    *word = (struct name_word){ .english = english };
    idiom_translate(namer->translations, lower_case(&namer->rules->arena, english), &german);
    if (german.count == 0 || is_same(namer, german.words[0], english))
        return false;
    for (size_t i = 0; i < german.count; i++) {
        unsigned classes = german_classes(namer->translations, german.words[i]);

        if (german.words[i].len < 3 || list_has(namer->too_light, german.words[i]) ||
            is_same(namer, german.words[i], english))
            continue;
        if (classes & GERMAN_NOUN)
            add_word(word->nouns, &word->noun_count, german.words[i]);
        else if (classes & GERMAN_OTHER)
            add_word(word->adjectives, &word->adjective_count, german.words[i]);
    }
    return true;
}

/* "{Rand|Kante}", with marks around each word: "{-Rand-|-Kante-}". */
static struct slice braces(const struct namer *namer, const struct slice *words, size_t count, const char *before,
                           const char *behind)
{
    struct arena *arena = &namer->rules->arena;
    struct slice text = SLICE("{");

    for (size_t i = 0; i < count; i++)
        text = arena_print(arena, "%.*s%s%s%.*s%s", (int)text.len, text.at, i > 0 ? "|" : "", before, (int)words[i].len,
                           words[i].at, behind);
    return arena_print(arena, "%.*s}", (int)text.len, text.at);
}

/* The pattern of a noun that stands bare, without its plural where the name is a singular: "Slack löschte Kanäle". */
static struct slice without_plural(const struct namer *namer, struct slice text)
{
    static const char *const plurals[] = {
        "s", "Sox", "Gemini", "People", "Children", "Women", "Men", "Media", "Data"
    };
    struct slice name = without_brackets(namer->rule->english);

    if (slice_equal(namer->rule->kind, SLICE("team")))
        return text;
    for (size_t i = 0; i < sizeof(plurals) / sizeof(*plurals); i++)
        if (slice_ends(name, slice_of(plurals[i])))
            return text;
    return arena_print(&namer->rules->arena, "%.*s&#SINGULAR", (int)text.len, text.at);
}

/* So is one side by side with another noun: "Ventil und Pumpe" of Valve. */
static struct slice bare_name(const struct namer *namer, struct slice text)
{
    struct slice alone = without_plural(namer, text);

    return slice_equal(namer->rule->kind, SLICE("team"))
               ? alone
               : arena_print(&namer->rules->arena, "%.*s&!#PAIRED", (int)alone.len, alone.at);
}

static void add_pattern(const struct namer *namer, struct slice text, bool unconditional)
{
    add_made_pattern(&namer->rules->arena, namer->rule, text, ORDER_FIXED, namer->log)->unconditional = unconditional;
}

/* "{Apfel}" as the word itself where the English is no plural: "verkauft die Kette Äpfel" names no Apple. */
static struct slice in_number_of_name(const struct namer *namer, struct slice item)
{
    bool is_plain = slice_starts(item, SLICE("{")) && slice_ends(item, SLICE("}")) &&
                    memchr(item.at, '-', item.len) == NULL && memchr(item.at, '&', item.len) == NULL;

    return is_plain && !slice_ends(without_brackets(namer->rule->english), SLICE("s"))
               ? slice_between(item.at + 1, item.at + item.len - 1)
               : item;
}

/* "den Messengerdienst Durchhang", "der Klub „Kristallpalast“" */
static void write_behind_kind(const struct namer *namer, struct slice plain)
{
    struct arena *arena = &namer->rules->arena;
    struct slice item = in_number_of_name(namer, plain);
    struct slice list = arena_print(arena, "before-%.*s", (int)namer->rule->kind.len, namer->rule->kind.at);

    /* "weil das Auto Luft verliert", "kann der Roboter Luft filtern": right before the verb that closes the clause a
     * bare noun is its object. */
    static const char *const behind[] = { "!#VERB", "#FINITE !,|.|;|?|!", "$" };

    if (list_named(namer->lists, list) == NULL)
        return;
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        add_pattern(namer,
                    arena_print(arena, "@%.*s „|\"|«|»? die|das|Der|Die|Das? [ %.*s&!#ENGLISH ] %s", (int)list.len,
                                list.at, (int)item.len, item.at, behind[i]),
                    true);
}

static bool is_team(const struct namer *namer)
{
    return slice_equal(namer->rule->kind, SLICE("team"));
}

/* A word that is rare enough to be no sign of anything else, where a name stands ("wie Zwietracht mitteilte") or, for a
 * team, with its article beside a score. */
static void write_in_name_places(const struct namer *namer, struct slice plain)
{
    const char *place = is_team(namer) ? "TEAM" : "NAMED&!#ENGLISH"; /* "Adler" is an English name as well */

    add_pattern(namer,
                without_plural(namer, arena_print(&namer->rules->arena, "%.*s&#%s", (int)plain.len, plain.at, place)),
                true);
}

/* "der Sänger von Grüner Tag", "ein Konzert von Königin", "die zweite Staffel von „Nachfolge“" */
static void write_owner(const struct namer *namer, struct slice plain)
{
    struct arena *arena = &namer->rules->arena;
    const struct word_list *owned =
        list_named(namer->lists, arena_print(arena, "of-%.*s", (int)namer->rule->kind.len, namer->rule->kind.at));

    if (owned == NULL || owned->count == 0)
        return;
    struct slice nouns = braces(namer, owned->words, owned->count, "-", "");
    /* The first word has no article: "ein Konzert von Königin", not "von der Königin". */
    const char *space = memchr(plain.at, ' ', plain.len);
    struct slice first = space == NULL ? plain : slice_between(plain.at, space), rest = slice_from(plain, first.len);

    const char *quote = slice_equal(namer->rule->kind, SLICE("work")) ? "„|\"|«|»" : "„|\"|«|»?";

    add_pattern(namer,
                arena_print(arena, "%.*s von|bei|mit %s [ %.*s&#CAP%.*s ]", (int)nouns.len, nouns.at, quote,
                            (int)first.len, first.at, (int)rest.len, rest.at),
                true);
}

/* "die Krimiserie „Draht“", "die Rockband Herz": a title of one word counts only behind what it is. "eine Serie
 * Niederlagen" names nothing. */
static void write_titled(const struct namer *namer, struct slice plain)
{
    struct arena *arena = &namer->rules->arena;
    const struct word_list *kinds =
        list_named(namer->lists, arena_print(arena, "before-%.*s", (int)namer->rule->kind.len, namer->rule->kind.at));

    if (kinds == NULL || kinds->count == 0 || plain.len == 0)
        return;
    struct slice kind = braces(namer, kinds->words, kinds->count, "-", "");

    add_pattern(namer,
                arena_print(arena, "%.*s „|\"|«|» der|die|das|Der|Die|Das? [ %.*s ]", (int)kind.len, kind.at,
                            (int)plain.len, plain.at),
                true);
    add_pattern(namer,
                arena_print(arena, "der|die|das|dem|den|des|im|vom|zum %.*s Der|Die|Das? [ %.*s ]", (int)kind.len,
                            kind.at, (int)plain.len, plain.at),
                true);
    write_owner(namer, plain);
    if (slice_equal(namer->rule->kind, SLICE("work")))
        add_pattern(
            namer,
            arena_print(arena, "„|\"|«|» der|die|das|Der|Die|Das? [ %.*s ] #NUM? “|”|\"|«|»", (int)plain.len, plain.at),
            false);
}

/* "{Kabelkanal|Wochenbericht}": compounds of the words and the heads that Ding has; empty where there is none. */
static struct slice known_compounds(const struct namer *namer, const struct slice *words, size_t count,
                                    const struct word_list *heads)
{
    static const char *const joints[] = { "", "s", "es", "n", "en", "er", "e" };
    struct arena *arena = &namer->rules->arena;
    struct slice found = { "", 0 };

    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; heads != NULL && j < heads->count; j++)
            for (size_t k = 0; k < sizeof(joints) / sizeof(*joints); k++) {
                struct slice head = with_initial(arena, heads->words[j], false);
                struct slice word =
                    arena_print(arena, "%.*s%s%.*s", (int)words[i].len, words[i].at, joints[k], (int)head.len, head.at);

                if (german_frequency(namer->translations, word) > 0 || german_classes(namer->translations, word) != 0)
                    found = arena_print(arena, "%.*s%s%.*s", (int)found.len, found.at, found.len > 0 ? "|" : "",
                                        (int)word.len, word.at);
            }
    return found.len == 0 ? found : arena_print(arena, "&!{%.*s}", (int)found.len, found.at);
}

/* "berichtet der „Wächter“", "laut dem britischen „Wächter“": between quotation marks what reports is a paper. */
static void write_reporting(const struct namer *namer, struct slice plain)
{
    static const char *const places[] = {
        "@reporting-verbs&#FINITE der|die|das #ADJ? „|\"|«|» [ %.*s ] “|”|\"|«|»",
        "der|die|das|wie #ADJ? „|\"|«|» [ %.*s ] “|”|\"|«|» #ADV|am|in|an? #ANY? @reporting-verbs&#FINITE",
        "laut|Laut der|dem? #ADJ? „|\"|«|» [ %.*s ] “|”|\"|«|»",
    };

    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        add_pattern(namer, arena_print(&namer->rules->arena, places[i], (int)plain.len, plain.at), true);
}

/* "Slack". alone: the name has no further word that must be near ("Nintendo Switch"). */
static void write_single(const struct namer *namer, const struct name_word *word, bool alone)
{
    struct arena *arena = &namer->rules->arena;
    struct slice rare[MAX_ALTERNATIVES], kind = namer->rule->kind;
    const struct word_list *heads = list_named(namer->lists, arena_print(arena, "head-%.*s", (int)kind.len, kind.at));
    size_t count = 0;

    for (size_t i = 0; i < word->noun_count; i++)
        if (german_frequency(namer->translations, word->nouns[i]) <= MAX_FREQUENCY &&
            (heads == NULL ||
             !list_has(heads, word->nouns[i]))) /* "Bericht" for Dispatch is what a "Guardian-Bericht" is */
            rare[count++] = word->nouns[i];
    if (is_team(namer) && alone && word->noun_count > 0) /* a score and an article ask more than a rare word does */
        write_in_name_places(namer, braces(namer, word->nouns, word->noun_count, "", ""));
    if (count == 0)
        return;
    struct slice plain = braces(namer, rare, count, "", ""), part = braces(namer, rare, count, "-", "-");

    if (namer->rule->titled) {
        write_titled(namer, arena_print(arena, "%.*s&!#ENGLISH", (int)plain.len, plain.at));
        return;
    }
    if (!namer->rule->sure)
        add_pattern(namer, bare_name(namer, arena_print(arena, "%.*s&#BARE", (int)plain.len, plain.at)), false);
    if (!alone)
        return;
    struct slice known = known_compounds(namer, rare, count, heads);

    add_pattern(namer,
                arena_print(arena, "%.*s&@head-%.*s%.*s", (int)part.len, part.at, (int)kind.len, kind.at,
                            (int)known.len, known.at),
                true);
    write_behind_kind(namer, plain);
    if (slice_equal(kind, SLICE("media")))
        write_reporting(namer, plain);
    if (!is_team(namer))
        write_in_name_places(namer, plain);
}

/* "Grüner|Grünen&#NAMED {Tag}": the first of several words stands where a name does. */
static struct slice name_places(const struct namer *namer, struct slice text)
{
    struct slice first = slice_between(text.at, memchr(text.at, ' ', text.len));
    struct slice rest = slice_from(text, first.len);

    return arena_print(&namer->rules->arena, "[ %.*s&#NAMED%.*s ]", (int)first.len, first.at, (int)rest.len, rest.at);
}

/* The words of a written pattern of lemmas ("{Zwietracht|Missklang}&#BARE", "die|der|den [ {Adler} ]"). */
static void read_lemmas(const struct namer *namer, struct slice text, struct name_word *word)
{
    bool team = is_team(namer);
    const char *open = memchr(text.at, '{', text.len), *end = text.at + text.len;
    const char *close = open == NULL ? NULL : memchr(open, '}', (size_t)(end - open));

    for (const char *at = close == NULL ? end : open + 1; at < close;) {
        const char *bar = memchr(at, '|', (size_t)(close - at));
        struct slice lemma = slice_between(at, bar == NULL ? close : bar);

        if (lemma.len > 0 && lemma.at[0] != '-' && lemma.at[lemma.len - 1] != '-' &&
            (team || german_frequency(namer->translations, lemma) <= MAX_FREQUENCY))
            add_word(word->nouns, &word->noun_count, lemma);
        at = lemma.at + lemma.len + 1;
    }
}

/* What the file itself names counts in the places of names as what Ding names does. */
static void write_written(const struct namer *namer)
{
    struct name_word word = { .noun_count = 0 };

    for (size_t i = 0; i < namer->rule->patterns_count; i++) {
        struct slice text = namer->rule->patterns[i].text;

        bool is_bare = slice_ends(text, SLICE("&#BARE")) && memchr(text.at, ' ', text.len) == NULL;

        if (is_bare)
            namer->rule->patterns[i].text = bare_name(namer, text);
        if ((is_bare && slice_starts(text, SLICE("{")) && slice_ends(text, SLICE("}&#BARE"))) ||
            (slice_starts(text, SLICE("die|der|den [ {")) && slice_ends(text, SLICE("} ]"))))
            read_lemmas(namer, text, &word);
    }
    if (word.noun_count > 0)
        write_in_name_places(namer, braces(namer, word.nouns, word.noun_count, "", ""));
}

/* "Rote|Roten|Roter|Rotes|Rotem": with the capital that it has in a name, whatever its place in the sentence. */
static struct slice inflected(const struct namer *namer, const struct name_word *word)
{
    static const char *const endings[] = { "e", "en", "er", "es", "em" };
    struct arena *arena = &namer->rules->arena;
    struct slice text = { "", 0 };

    for (size_t i = 0; i < word->adjective_count; i++) {
        struct slice stem = with_initial(arena, word->adjectives[i], true);

        if (slice_ends(stem, SLICE("e")))
            stem.len--;
        for (size_t j = 0; j < sizeof(endings) / sizeof(*endings); j++)
            text = arena_print(arena, "%.*s%s%.*s%s", (int)text.len, text.at, text.len > 0 ? "|" : "", (int)stem.len,
                               stem.at, endings[j]);
    }
    return text;
}

/* The translated words of a name side by side: adjectives and noun, or a compound. Empty when they can't be so. */
static struct slice write_phrase(const struct namer *namer, const struct name_word *words, size_t count, bool compound)
{
    struct arena *arena = &namer->rules->arena;
    const struct name_word *head = &words[count - 1];
    struct slice text = { "", 0 };

    if (head->noun_count == 0 || (compound && count != 2))
        return text;
    for (size_t i = 0; i + 1 < count; i++) {
        if (compound ? words[i].noun_count == 0 : words[i].adjective_count == 0)
            return (struct slice){ "", 0 };
        struct slice item =
            compound ? braces(namer, words[i].nouns, words[i].noun_count, "", "-") : inflected(namer, &words[i]);

        text = arena_print(arena, "%.*s%.*s%s", (int)text.len, text.at, (int)item.len, item.at, compound ? "&" : " ");
    }
    struct slice noun = braces(namer, head->nouns, head->noun_count, compound ? "-" : "", "");

    return arena_join(arena, text, noun);
}

/* "in Oregon Enten jagen": behind "in" the town is where things are, and its team is not meant. */
static void spare_places(const struct namer *namer, struct slice town, struct slice noun)
{
    struct arena *arena = &namer->rules->arena;

    *ADD(arena, namer->rule, conditions) = (struct condition_source){
        .pattern = { .text = arena_print(arena, "in %.*s %.*s", (int)town.len, town.at, (int)noun.len, noun.at),
                     .order = ORDER_FIXED,
                     .line = namer->rule->line },
        .scope = SCOPE_SENTENCE,
        .negative = true,
        .group = UINT32_MAX,
    };
}

/* Behind a town: "Boston Rote Socken", "die Bostoner Roten Socken", "New Yorks Rote Socken", "die Miami-Hitze", "die
 * Hitze von Miami". */
static void write_with_town(const struct namer *namer, struct slice town, const struct name_word *words, size_t count)
{
    struct arena *arena = &namer->rules->arena;
    struct slice last = town;

    for (const char *space; (space = memchr(last.at, ' ', last.len)) != NULL;)
        last = slice_between(space + 1, town.at + town.len);
    struct slice before = { town.at, town.len - last.len };

    for (int compound = 0; compound <= 1; compound++) {
        struct slice phrase = write_phrase(namer, words, count, compound);

        if (phrase.len > 0)
            add_pattern(namer,
                        arena_print(arena, "%.*s%.*s|%.*ss|%.*ser %.*s", (int)before.len, before.at, (int)last.len,
                                    last.at, (int)last.len, last.at, (int)last.len, last.at, (int)phrase.len,
                                    phrase.at),
                        true);
    }
    if (count == 1 && words[0].noun_count > 0) {
        struct slice plain = braces(namer, words[0].nouns, words[0].noun_count, "", "");

        add_pattern(namer,
                    arena_print(arena, "der|die|den|dem [ %.*s von|aus %.*s ]", (int)plain.len, plain.at, (int)town.len,
                                town.at),
                    true);
        spare_places(namer, town, plain);
    }
    if (count == 1 && before.len == 0 && words[0].noun_count > 0) {
        struct slice head = braces(namer, words[0].nouns, words[0].noun_count, "-", "");

        add_pattern(namer, arena_print(arena, "{%.*s-}&%.*s", (int)town.len, town.at, (int)head.len, head.at), true);
    }
}

/* All pairs of words that Ding puts side by side make the phrase German: it has an adjective or noun that they need. */
static bool is_german(const struct namer *namer, const struct name_word *words, size_t count)
{
    struct slice phrase;

    for (size_t i = 0; i < words[count - 2].adjective_count; i++)
        for (size_t j = 0; j < words[count - 1].noun_count; j++) {
            struct slice pair[2] = { words[count - 2].adjectives[i], words[count - 1].nouns[j] };

            if (german_phrase_with(namer->translations, pair, 2, 1, &phrase))
                return true;
        }
    return false;
}

/* "Crystal Palace", "International Monetary Fund" */
static void write_several(const struct namer *namer, const struct name_word *words, size_t count)
{
    struct arena *arena = &namer->rules->arena;
    struct slice text = write_phrase(namer, words, count, false);
    struct slice compound = write_phrase(namer, words, count, true);

    if (namer->rule->titled) {
        write_titled(namer, compound);
        write_titled(namer, text);
    } else {
        if (compound.len > 0 && !namer->rule->sure)
            add_pattern(namer, bare_name(namer, arena_print(arena, "%.*s&#BARE", (int)compound.len, compound.at)),
                        false);
        if (compound.len > 0)
            write_behind_kind(namer, compound);
        if (compound.len > 0)
            write_in_name_places(namer, compound);
        if (compound.len > 0 &&
            is_team(namer)) /* "Kristallpalast verpflichtet …": a team of two words needs no article */
            add_pattern(namer, arena_print(arena, "%.*s&#NAMED", (int)compound.len, compound.at), true);
        if (text.len > 0 && is_team(namer))
            add_pattern(namer, arena_print(arena, "%.*s&#TEAM", (int)text.len, text.at), true);
        else if (text.len > 0)
            add_pattern(namer, name_places(namer, text), true);
    }
    if (text.len > 0 && !is_german(namer, words, count))
        add_pattern(namer, arena_print(arena, "#ANY [ %.*s ]", (int)text.len, text.at), false);
}

/* A word of such a name: any of its renderings, with a capital where it is one. */
static struct slice long_item(const struct namer *namer, const struct name_word *word)
{
    struct arena *arena = &namer->rules->arena;
    struct slice adjectives = inflected(namer, word), nouns;

    if (word->small != NULL)
        return arena_print(arena, "%s?", word->small);
    if (word->noun_count + word->adjective_count == 0)
        return word->english;
    if (word->noun_count == 0)
        return adjectives;
    nouns = braces(namer, word->nouns, word->noun_count, "", "");
    return arena_print(arena, "%.*s%s%.*s", (int)nouns.len, nouns.at, adjectives.len > 0 ? "|" : "",
                       (int)adjectives.len, adjectives.at);
}

/* "Game of Thrones": "{Spiel|Partie} der|des|von|vom|aus? {Thron}" behind what it is, or with its company. */
static void write_long(const struct namer *namer, const struct name_word *words, size_t count)
{
    struct arena *arena = &namer->rules->arena;
    struct slice text = { "", 0 };
    size_t translated = 0;

    for (size_t i = 0; i < count; i++) {
        struct slice item = long_item(namer, &words[i]);

        translated += words[i].small == NULL && words[i].noun_count + words[i].adjective_count > 0;
        text = arena_print(arena, "%.*s%s%.*s", (int)text.len, text.at, i > 0 ? " " : "", (int)item.len, item.at);
    }
    if (translated < 2 || words[count - 1].small != NULL)
        return;
    write_titled(namer, text);
    add_pattern(namer, arena_print(arena, "#ANY [ %.*s ]", (int)text.len, text.at), false);
}

/* "300.000 Entdecker": rare words only, of which a maker would not speak otherwise ("300.000 Wagen"). */
static void write_counted(const struct namer *namer, const struct name_word *word)
{
    struct arena *arena = &namer->rules->arena;
    struct slice rare[MAX_ALTERNATIVES];
    size_t count = 0;

    for (size_t i = 0; i < word->noun_count; i++)
        if (german_frequency(namer->translations, word->nouns[i]) <= MAX_FREQUENCY)
            rare[count++] = word->nouns[i];
    if (count == 0 || namer->rule->sure)
        return;
    struct slice plain = braces(namer, rare, count, "", "");

    add_pattern(namer,
                arena_print(arena, "#NUM&!ein|eine|einen|einem|einer|Ein|Eine [ %.*s ]", (int)plain.len, plain.at),
                false);
}

/* "Ford Blitz", "Nissans Blatt", "der Ford-Blitz", "das Elektroauto Blatt", "300.000 Entdecker" of a maker in the
 * sentence. */
static void write_made_by(const struct namer *namer, struct slice maker, const struct name_word *word)
{
    struct arena *arena = &namer->rules->arena;

    if (word->noun_count == 0)
        return;
    struct slice plain = braces(namer, word->nouns, word->noun_count, "", "");
    struct slice head = braces(namer, word->nouns, word->noun_count, "-", "");

    add_pattern(
        namer, arena_print(arena, "%.*s [ %.*s&!#ENGLISH ]", (int)maker.len, maker.at, (int)plain.len, plain.at), true);
    if (memchr(maker.at, ' ', maker.len) == NULL)
        add_pattern(namer,
                    arena_print(arena, "der|den|dem|des|vom|einen|einem|eines [ {%.*s-}&%.*s ]", (int)maker.len,
                                maker.at, (int)head.len, head.at),
                    true);
    add_pattern(namer,
                arena_print(arena, "den|dem|vom|einen|einem|eines|neuen [ %.*s ] von %.*s", (int)plain.len, plain.at,
                            (int)maker.len, maker.at),
                true);
    write_counted(namer, word);
    write_behind_kind(namer, plain);
}

/* "Nintendo Switch", called Switch alone as well. */
static bool is_product(struct slice kind)
{
    return slice_equal(kind, SLICE("device")) || slice_equal(kind, SLICE("software")) ||
           slice_equal(kind, SLICE("ai-model"));
}

/* A vehicle whose name begins with that of a maker of cars, and ends in an English word. */
static bool generate_made(struct namer *namer, struct slice name)
{
    const struct word_list *makers = list_named(namer->lists, SLICE("car-makers"));
    const char *end = name.at + name.len, *space = name.len == 0 ? NULL : memrchr(name.at, ' ', name.len);
    struct name_word word;

    if (!slice_equal(namer->rule->kind, SLICE("vehicle")) || makers == NULL || space == NULL)
        return false;
    struct slice maker = slice_between(name.at, space), rest = maker, first;

    if (!next_word(&rest, ' ', &first) || !list_has(makers, first))
        return false;
    if (!read_word(namer, slice_between(space + 1, end), &word))
        word = (struct name_word){ .noun_count = 0 };
    for (size_t i = 0; i < namer->rule->patterns_count; i++)
        if (slice_starts(namer->rule->patterns[i].text, maker))
            read_lemmas(namer, namer->rule->patterns[i].text, &word);
    write_made_by(namer, maker, &word);
    return true;
}

static void generate(struct namer *namer, struct rule_source *rule)
{
    struct name_word words[MAX_WORDS];
    struct slice rest = without_brackets(rule->english), town = { rest.at, 0 };
    size_t count = 0, small = 0, kept = 0;

    if (generate_made(namer, rest))
        return;
    while (rest.len > 0) {
        const char *space = memchr(rest.at, ' ', rest.len);
        struct slice word = space == NULL ? rest : slice_between(rest.at, space);

        rest = slice_from(rest, word.len + (space != NULL));
        if (count == 0 && slice_equal(word, SLICE("The"))) {
            town = (struct slice){ rest.at, 0 };
            continue;
        }
        if (count == MAX_WORDS)
            return;
        if (count > 0 && small_german(word) != NULL) {
            words[count++] = (struct name_word){ .english = word, .small = small_german(word) };
            small++;
        } else if (read_word(namer, word, &words[count])) {
            count++;
        } else if (rule->titled) {
            words[count].nouns[words[count].noun_count++] = word; /* "Training Day", "Kings of Leon" */
            count++;
            kept++;
        } else if (count == 0) {
            town.len = (size_t)(word.at + word.len - town.at);
        } else {
            return; /* "Bank of America": a foreign word among translated ones */
        }
    }
    bool team = is_team(namer);

    if (kept + small == count)
        return;
    if (small > 0) {
        if (rule->titled)
            write_long(namer, words, count);
        return;
    }
    if (town.len > 0 && !team && (count > 1 || !is_product(rule->kind)))
        return; /* "Make-a-Wish-Stiftung" is as good as Make-A-Wish Foundation */
    if (count > 0 && town.len > 0 && team)
        write_with_town(namer, town, words, count);
    else if (count == 1)
        write_single(namer, &words[0], town.len == 0);
    else if (count > 1)
        write_several(namer, words, count);
}

void names_generate(struct rule_sources *rules, const struct word_lists *lists, const struct pair_filter *filter)
{
    struct namer namer = {
        .rules = rules,
        .translations = filter->translations,
        .too_light = list_named(lists, SLICE("light-words")),
        .lists = lists,
        .log = filter->log,
    };

    for (size_t i = 0; i < rules->rules_count; i++)
        if (rules->rules[i].kind.len > 0) {
            namer.rule = &rules->rules[i];
            write_written(&namer);
            if (namer.rule->generate)
                generate(&namer, namer.rule);
        }
}

/* Institutions, places and persons have German names, or are named as things are: "the Supreme Court"; of works, only
 * a single word is sure to be one ("Queen", not "Silk Road" or "The Crown"). */
static bool is_never_translated(struct slice kind, struct slice name)
{
    static const char *const kinds[] = { "company", "team",  "media",  "software", "device",
                                         "vehicle", "brand", "league", "ai-model" };

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_equal(kind, slice_of(kinds[i])))
            return true;
    return slice_equal(kind, SLICE("work")) && memchr(name.at, ' ', name.len) == NULL;
}

struct made_table names_index(struct rule_sources *rules)
{
    struct made_table table = { .name = SLICE("names") };

    table.rows = arena_array(&rules->arena, rules->rules_count + 1, sizeof(*table.rows));
    for (size_t i = 0; i < rules->rules_count; i++) {
        const struct rule_source *rule = &rules->rules[i];
        struct slice rest = rule->english, word;

        if (!is_never_translated(rule->kind, rule->english) ||
            (slice_starts(rest, SLICE("The ")) && !next_word(&rest, ' ', &word)) || !next_word(&rest, ' ', &word))
            continue;
        table.rows[table.count][0] = lower_case(&rules->arena, word);
        table.rows[table.count++][1] = rule->id;
    }
    return table;
}
