#include "configuration/rule_names.h"

#include <fnmatch.h>

#include "nearest.h"

#define LONGEST_NAME 255

static bool is_pattern(struct slice name)
{
    return memchr(name.at, '*', name.len) != NULL || memchr(name.at, '?', name.len) != NULL;
}

static bool fits_pattern(struct slice pattern, struct slice id)
{
    char pattern_text[LONGEST_NAME + 1], id_text[LONGEST_NAME + 1];

    if (pattern.len > LONGEST_NAME || id.len > LONGEST_NAME)
        return false;
    *(char *)mempcpy(pattern_text, pattern.at, pattern.len) = '\0';
    *(char *)mempcpy(id_text, id.at, id.len) = '\0';
    return fnmatch(pattern_text, id_text, 0) == 0;
}

/* True when the path is the name, or begins with it and "/". */
static bool begins_with(struct slice path, struct slice name)
{
    return slice_starts(path, name) && (path.len == name.len || path.at[name.len] == '/');
}

bool names_rule(struct slice name, const struct rule_info *rule)
{
    static const struct slice builtin = { "check/", 6 };

    if (name.len == 0)
        return false;
    if (is_pattern(name))
        return fits_pattern(name, rule->id);
    return begins_with(rule->id, name) || begins_with(rule->category, name) ||
           (slice_starts(rule->id, builtin) && slice_equal(slice_from(rule->id, builtin.len), name));
}

/* Offers the path and what stands before its "/". */
static void offer(struct nearest *nearest, struct slice path)
{
    const char *slash = path.len == 0 ? NULL : memchr(path.at, '/', path.len);

    nearest_offer(nearest, path);
    if (slash != NULL)
        nearest_offer(nearest, slice_between(path.at, slash));
    if (slash != NULL)
        nearest_offer(nearest, slice_between(slash + 1, path.at + path.len));
}

bool names_any_rule(struct slice name, const struct rule_set *rules)
{
    for (size_t i = 0; i < rules->count; i++)
        if (names_rule(name, rule_info_at(rules, i)))
            return true;
    return false;
}

int check_rule_name(struct slice name, const struct rule_set *rules, struct rs_error *error)
{
    struct nearest nearest = { .wanted = name };

    if (names_any_rule(name, rules))
        return 0;
    for (size_t i = 0; i < rules->count; i++) {
        offer(&nearest, rule_info_at(rules, i)->id);
        offer(&nearest, rule_info_at(rules, i)->category);
    }
    if (nearest.best.len > 0)
        return error_set(error, NULL, 0, "there is no rule \"%.*s\"; did you mean \"%.*s\"?", (int)name.len, name.at,
                         (int)nearest.best.len, nearest.best.at);
    return error_set(error, NULL, 0, "there is no rule \"%.*s\"; --list-rules lists them", (int)name.len, name.at);
}
