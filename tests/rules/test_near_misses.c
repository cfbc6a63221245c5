/* German that looks wrong and is right: no sentence of tests/near_misses/ may be marked. */
#include "../unit/real_data.h"

#include <stdio.h>
#include <stdlib.h>

#include "input/input.h"

static size_t count_marks(struct slice sentence, const char *file, size_t line)
{
    struct rs_error error;
    struct document *doc = read_segment_text(SLICE("sentence"), sentence, &error);
    struct issues issues = { .arena = &doc->arena };
    size_t count = 0;

    checks_run(&context, doc, &issues);
    for (size_t i = 0; i < issues.count; i++) {
        const struct issue *issue = &issues.items[i];
        struct slice marked = text_of(doc, issue->span);

        if (issue->confidence < RS_DEFAULT_CONFIDENCE)
            continue;
        count++;
        print_error("%s:%zu: %.*s marks “%.*s”: %.*s\n", file, line, (int)issue->rule->id.len, issue->rule->id.at,
                    (int)marked.len, marked.at, (int)sentence.len, sentence.at);
    }
    document_free(doc);
    return count;
}

static void no_sentence_is_marked(void **state)
{
    const char *path = *state;
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t capacity = 0, number = 0, marks = 0, sentences = 0;

    assert_non_null(file);
    while (getline(&line, &capacity, file) > 0) {
        number++;
        if (line[0] == '#')
            continue;
        sentences++;
        marks += count_marks((struct slice){ line, strcspn(line, "\n") }, path, number);
    }
    free(line);
    fclose(file);
    assert_true(sentences >= 30);
    assert_int_equal(marks, 0);
}

#define NEAR_MISSES(name)                                                                                              \
    {                                                                                                                  \
#name "_near_misses_are_left_alone", no_sentence_is_marked, NULL, NULL, "tests/near_misses/" #name ".txt"      \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        NEAR_MISSES(agreement),      NEAR_MISSES(commas),       NEAR_MISSES(compounds),    NEAR_MISSES(spelling),
        NEAR_MISSES(government),     NEAR_MISSES(subject_verb), NEAR_MISSES(confusions),   NEAR_MISSES(verbs),
        NEAR_MISSES(typography),     NEAR_MISSES(numbers),      NEAR_MISSES(untranslated), NEAR_MISSES(register),
        NEAR_MISSES(consistency),    NEAR_MISSES(names),        NEAR_MISSES(idioms),       NEAR_MISSES(senses),
        NEAR_MISSES(false_friends),  NEAR_MISSES(jargon),       NEAR_MISSES(desks),        NEAR_MISSES(texts),
        NEAR_MISSES(clauses),        NEAR_MISSES(turns),        NEAR_MISSES(desk_senses),  NEAR_MISSES(idiom_themes),
        NEAR_MISSES(company_senses),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
