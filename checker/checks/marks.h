/* Marks: the words at which checks begin.
 *
 * A check that walks over all tokens and asks each of them a question costs every user, though it mostly says nothing.
 * So what it asks first, of the word alone, is a mark: the question is put once to each word type, the tokens of a
 * document that have the mark are a set of bits, and the check visits only those. Where no token has it, the check
 * costs a look at a few zeros.
 *
 * A new mark is a line in MARKS and a function that looks at no other token than the one at i: its text, kind, flags
 * (but TOKEN_SPACE_BEFORE, TOKEN_QUOTED, TOKEN_OPENING, TOKEN_CLOSING), readings, parts, type. */
#ifndef ROTSTIFT_CHECKS_MARKS_H
#define ROTSTIFT_CHECKS_MARKS_H

#include "checks/checks.h"

#define MARKS(X)                                                                                                       \
    X(MARK_AGREEMENT, begins_agreement)                                                                                \
    X(MARK_ADJECTIVAL_ENDING, begins_adjectival_ending)                                                                \
    X(MARK_ADJECTIVAL_NOUN, is_adjectival_noun)                                                                        \
    X(MARK_PLURAL_NOUN, is_plural_without_dative)                                                                      \
    X(MARK_GENITIVE, begins_genitive)                                                                                  \
    X(MARK_UNDECLINED, begins_undeclined)                                                                              \
    X(MARK_ALWAYS_SUBJECT, is_always_subject)                                                                          \
    X(MARK_COUNTED, begins_counted_noun)                                                                               \
    X(MARK_ONE_OF, begins_one_of)                                                                                      \
    X(MARK_APOSTROPHE, has_apostrophe)                                                                                 \
    X(MARK_CAPITALS, may_be_wrong_case)                                                                                \
    X(MARK_SPLIT, begins_split_compound)                                                                               \
    X(MARK_SPLIT_CAPITAL, begins_split_noun)                                                                           \
    X(MARK_CHOICE, may_be_choice)                                                                                      \
    X(MARK_DISTANT, begins_distant_agreement)                                                                          \
    X(MARK_HYPHEN_PLACE, may_lack_hyphen)                                                                              \
    X(MARK_ADDRESS, may_address)                                                                                       \
    X(MARK_TRANSLATED_NAME, begins_translated_name)                                                                    \
    X(MARK_ENGLISH_PLACE, is_english_place)                                                                            \
    X(MARK_REGIONAL, may_be_regional)                                                                                  \
    X(MARK_LACKS_COMMA, may_lack_comma)                                                                                \
    X(MARK_COMMA, is_comma)                                                                                            \
    X(MARK_VERB_LAST, opens_verb_last)                                                                                 \
    X(MARK_FINITE_AUXILIARY, is_finite_auxiliary)                                                                      \
    X(MARK_SUBJECT_PRONOUN, is_subject_pronoun)                                                                        \
    X(MARK_UNSPLIT, may_be_unsplit)                                                                                    \
    X(MARK_HABEN_OR_SEIN, is_haben_or_sein)                                                                            \
    X(MARK_AUXILIARY, is_auxiliary)                                                                                    \
    X(MARK_BRACKET, opens_bracket)                                                                                     \
    X(MARK_CLUSTER_END, ends_verb_cluster)                                                                             \
    X(MARK_TWICE, is_object_pronoun)                                                                                   \
    X(MARK_CHAIN, is_chain_word)                                                                                       \
    X(MARK_PREPOSITION, may_be_preposition)                                                                            \
    X(MARK_FOREIGN_UNIT, may_be_foreign_unit)                                                                          \
    X(MARK_REFLEXIVE, may_lack_sich)                                                                                   \
    X(MARK_LITERAL_PHRASE, ends_literal_phrase)                                                                        \
    X(MARK_LITERAL_TERM, is_literal_term)                                                                              \
    X(MARK_WRONG_PART, has_wrong_part)                                                                                 \
    X(MARK_CONFUSED, may_be_confused)                                                                                  \
    X(MARK_JOINED_WORDS, are_joined_words)                                                                             \
    X(MARK_NAME, begins_name)                                                                                          \
    X(MARK_WOMAN, begins_name_of_woman)                                                                                \
    X(MARK_SONDERN, is_sondern)                                                                                        \
    X(MARK_COUNTABLE, lacks_article_alone)                                                                             \
    X(MARK_CONTRACTION, is_contracted_preposition)                                                                     \
    X(MARK_TALK, is_talk_of_text)                                                                                      \
    X(MARK_COMPOSED_NUMERAL, is_composed_numeral)                                                                      \
    X(MARK_IHR, may_lack_ihr)                                                                                          \
    X(MARK_NOMINALISED, may_be_nominalised)                                                                            \
    X(MARK_MISSPELT, may_be_misspelt)                                                                                  \
    X(MARK_TEAM_PLACE, begins_team_place)                                                                              \
    X(MARK_FOR, is_for)                                                                                                \
    X(MARK_ENGLISH_THING, may_be_english_thing)                                                                        \
    X(MARK_CASE_PRONOUN, is_case_pronoun)                                                                              \
    X(MARK_ENGLISH, is_english_left)

#define MARK_NUMBER(mark, test) mark,
enum mark { MARKS(MARK_NUMBER) MARK_COUNT };
#undef MARK_NUMBER

typedef bool mark_test(const struct check_run *run, size_t i);
#define MARK_TEST(mark, test) mark_test test;
MARKS(MARK_TEST)
#undef MARK_TEST

/* The marks of a word type. */
void find_marks(const struct checks_context *context, struct arena *arena, struct word_type *type);

/* Sets run->marked for the tokens of its document, in the arena. */
void mark_tokens(struct check_run *run, struct arena *arena);

/* The first token from index on that has the mark, or the number of tokens. */
static inline size_t next_marked(const struct check_run *run, enum mark mark, size_t from)
{
    const uint64_t *set = run->marked + mark * run->marked_words;

    for (size_t word = from / 64; word < run->marked_words; word++) {
        uint64_t bits = word == from / 64 ? set[word] & ~(uint64_t)0 << from % 64 : set[word];

        if (bits != 0)
            return word * 64 + (size_t)__builtin_ctzll(bits);
    }
    return run->doc->token_count;
}

static inline bool any_marked(const struct check_run *run, enum mark mark)
{
    return next_marked(run, mark, 0) < run->doc->token_count;
}

static inline bool is_marked(const struct check_run *run, enum mark mark, size_t i)
{
    return (run->marked[mark * run->marked_words + i / 64] >> i % 64 & 1) != 0;
}

#endif
