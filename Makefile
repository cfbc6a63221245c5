# Rotstift: program, library, rule data. "make help" lists the targets; everything made is in build/.

PREFIX   ?= /usr/local
CFLAGS   ?= -O$(if $(SANITIZE),1,3) -g
WARNINGS ?= -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
BUILD    ?= build$(if $(SANITIZE),/sanitize)
FUZZ_SECONDS ?= 60

VERSION := $(shell sed -n 's/^\#define RS_VERSION "\(.*\)"/\1/p' checker/rotstift.h)
SONAME  := librotstift.so.0

comma := ,
packages := hunspell libutf8proc jansson libxml-2.0 md4c libarchive inih libgit2 libpcre2-8 libmicrohttpd
ifeq ($(filter help clean,$(MAKECMDGOALS)),)
ifneq ($(shell pkg-config --exists $(packages) && echo found),found)
$(error libraries are missing; "sh .ci/setup" installs what Rotstift is built from)
endif
PACKAGE_CFLAGS := $(shell pkg-config --cflags $(packages))
PACKAGE_LIBS := $(shell pkg-config --libs $(packages))
# Those that the program loads when it needs them (checker/libraries/library.h), by the names that they have inside.
soname = $(shell readelf -d "$$($(CC) -print-file-name=lib$(patsubst -l%,%,$(shell pkg-config --libs-only-l $(1))).so)" | \
                 sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
LIBARCHIVE := $(call soname,libarchive)
LIBGIT2 := $(call soname,libgit2)
LIBHUNSPELL := $(call soname,hunspell)
LIBMICROHTTPD := $(call soname,libmicrohttpd)
LIBXML2 := $(call soname,libxml-2.0)
endif

SANITIZERS := $(if $(SANITIZE),-fsanitize=address$(comma)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
COMPILE = $(CC) -std=c17 -D_GNU_SOURCE $(CPPFLAGS) $(CFLAGS) $(WARNINGS) $(SANITIZERS) -fPIC -fvisibility=hidden \
          -pthread -MMD -MP -Ichecker -I. $(PACKAGE_CFLAGS) \
          $(foreach library,LIBARCHIVE LIBGIT2 LIBHUNSPELL LIBMICROHTTPD LIBXML2,-D$(library)_SONAME='"$($(library))"')
LINK    = $(CC) $(CFLAGS) $(SANITIZERS) $(LDFLAGS) -pthread
LIBS    = -Wl,--as-needed $(PACKAGE_LIBS) -lm

# What only the program needs; all other sources of checker/ are the library.
program  := $(patsubst %,checker/%.c,main article completion complain digest explain folder nearest options output page_names \
            reporting run values) \
            $(wildcard checker/changes/*.c checker/configuration/*.c checker/folders/*.c checker/service/*.c \
            checker/suppressions/*.c reports/*.c reports/html/*.c)
library  := $(filter-out $(program),$(wildcard checker/*.c checker/*/*.c))
compiler := $(wildcard dictionaries/compile/*.c)
tests    := $(wildcard tests/unit/test_*.c tests/rules/test_*.c)
rules    := $(wildcard dictionaries/rules.rng dictionaries/rules/*.xml dictionaries/names/*.tsv dictionaries/terms/*.tsv dictionaries/idioms/*.tsv dictionaries/words/* dictionaries/bilingual/* dictionaries/tables/*)
sources  := $(wildcard /usr/share/hunspell/de_DE_frami.* /usr/share/hunspell/de_AT.* /usr/share/hunspell/de_CH.* \
            /usr/share/hunspell/en_US.* /usr/share/trans/de-en)

# "make V=1" shows whole commands.
Q := $(if $(V),,@)
say = @echo '  $(1)'

objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
assets := $(BUILD)/generated/html_assets.o
catalogue := $(BUILD)/generated/messages_de.o

parts := $(addprefix $(BUILD)/parts/,compiler.a program.a library.a)
programs := $(BUILD)/rotstift $(BUILD)/rotstift-compile
completions := $(addprefix $(BUILD)/completion.,bash zsh fish)
archives := $(BUILD)/librotstift.a $(BUILD)/librotstift.so
test_programs := $(tests:%.c=$(BUILD)/%)
DATA := build/rotstift.lex# made once, also where BUILD is another folder

.DELETE_ON_ERROR:
.PHONY: all demo test test-unit test-rules test-articles test-bilingual test-cli test-consumers test-browser test-service test-sanitize \
        test-lint test-programs test-spelling test-speed record-speed accept-articles install deb uninstall bench quality fuzz fuzz-targets \
        rules-report idioms-dropped format messages \
        lint lint-objects lint-tidy picture clean help FORCE

all: $(programs) $(archives) $(completions) $(DATA) ## build program, library and rule data

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(call say,compile $<)
	$(Q)$(COMPILE) -c -o $@ $<

# The one object that knows where things are installed is made anew for another PREFIX.
$(BUILD)/obj/checker/data_path.o: CPPFLAGS += -DINSTALLED_DATA='"$(PREFIX)/share/rotstift/rotstift.lex"'
$(BUILD)/obj/checker/data_path.o: $(BUILD)/prefix
$(BUILD)/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@

$(BUILD)/generated/html_assets.c: reports/html/embed.sh $(wildcard reports/html/style/*.css reports/html/script/*.js)
	@mkdir -p $(@D)
	$(Q)sh $< $@

$(BUILD)/generated/messages_de.c: checker/messages/embed.sh checker/messages/de.po
	@mkdir -p $(@D)
	$(Q)sh $< $@

$(BUILD)/generated/%.o: $(BUILD)/generated/%.c
	$(Q)$(COMPILE) -c -o $@ $<

# Archives that show all of their parts: for the program, the compiler and the unit tests.
$(BUILD)/parts/library.a: $(call objects,$(library)) $(catalogue)
$(BUILD)/parts/program.a: $(call objects,$(filter-out checker/main.c,$(program))) $(assets)
$(BUILD)/parts/compiler.a: $(call objects,$(filter-out %/main.c,$(compiler)))
$(BUILD)/parts/%.a:
	@mkdir -p $(@D)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/rotstift: $(call objects,checker/main.c) $(addprefix $(BUILD)/parts/,program.a library.a)
	$(call say,link $@)
	$(Q)$(LINK) -o $@ $^ $(LIBS)

$(BUILD)/rotstift-compile: $(call objects,dictionaries/compile/main.c) $(addprefix $(BUILD)/parts/,compiler.a library.a)
	$(call say,link $@)
	$(Q)$(LINK) -o $@ $^ $(LIBS)

$(BUILD)/completion.%: $(BUILD)/rotstift
	$(Q)$< completion --language en $* > $@

# The static library is one object in which only the rs_ functions are visible, as in the shared one.
$(BUILD)/librotstift.a: $(call objects,$(library)) $(catalogue)
	@rm -f $@
	$(call say,link $@)
	$(Q)$(LD) -r -o $(BUILD)/librotstift.o $^
	$(Q)objcopy --localize-hidden $(BUILD)/librotstift.o
	$(Q)$(AR) rcs $@ $(BUILD)/librotstift.o

$(BUILD)/librotstift.so: $(call objects,$(library)) $(catalogue)
	$(call say,link $@)
	$(Q)$(LINK) -shared -Wl,-soname,$(SONAME) $(if $(SANITIZE),,-Wl$(comma)--no-undefined) -o $@ $^ $(LIBS)

ifneq ($(BUILD),build)
$(DATA): FORCE
	@$(MAKE) --no-print-directory CC=cc SANITIZE= SANITIZERS= BUILD=build $@
else
$(DATA): $(BUILD)/rotstift-compile $(rules) $(sources)
	$(call say,compile the dictionaries)
	$(Q)$(BUILD)/rotstift-compile dictionaries $@ $(@D)/idioms.txt
endif

# ---- trying it ----

demo: all ## check a sample article and write build/report.html
	@sh tests/demo.sh $(BUILD)/rotstift

picture: all ## make reports/report.png, the README's picture of a report
	@sh tests/browser/picture.sh $(BUILD)/rotstift reports/report.png

# ---- tests ----

export ROTSTIFT_DATA = $(abspath $(DATA))

$(BUILD)/tests/%: tests/%.c $(parts)
	@mkdir -p $(@D)
	$(call say,compile $<)
	$(Q)$(COMPILE) -MF $@.d -o $@ $< $(parts) $(LDFLAGS) $(LIBS) -lcmocka

test-programs: all $(test_programs)

linted := $(program) $(library) $(compiler) $(wildcard tests/*/*.c)
lint-objects: $(call objects,$(linted))

# A file is read again once its object is newer, so when it or a header of its changed. One file at a time: in a second
# one, version 14 takes every va_list for uninitialised. The shallow mode takes a twentieth of the time; what the deep
# one adds to it was, read one by one, no mistake.
lint-tidy: $(patsubst %.o,%.tidy,$(call objects,$(linted)))

$(BUILD)/obj/%.tidy: %.c $(BUILD)/obj/%.o .clang-tidy
	$(Q)clang-tidy --quiet --warnings-as-errors='*' $< -- $(wordlist 2,99,$(COMPILE)) -Xclang -analyzer-config -Xclang mode=shallow 2>/dev/null
	$(Q)touch $@

test: ## run all tests
	+@sh tests/run.sh unit rules articles bilingual spelling cli consumers browser service speed sanitize lint

test-unit: $(filter $(BUILD)/tests/unit/%,$(test_programs)) $(DATA) ## the units
	@sh tests/unit/run.sh $(filter $(BUILD)/tests/unit/%,$(test_programs))

test-rules: $(filter $(BUILD)/tests/rules/%,$(test_programs)) all ## each rule's own sentences, and all others'
	@sh tests/unit/run.sh $(filter $(BUILD)/tests/rules/%,$(test_programs))

test-articles: all ## whole articles against their expected issues
	@python3 tests/articles/run.py $(BUILD)/rotstift

accept-articles: all ## write what is found now as what is expected
	@python3 tests/articles/run.py --accept $(BUILD)/rotstift

test-bilingual: all ## the checks that see the English source, pair by pair
	@python3 tests/bilingual/tables.py
	@python3 tests/bilingual/run.py $(BUILD)/rotstift
	@python3 tests/bilingual/ding.py $(BUILD)/rotstift

test-spelling: all ## the spelling check, as if hunspell were asked for every word
	@python3 tests/spelling/run.py $(BUILD)/rotstift

test-cli: all ## the command line, with all that can go wrong
	@python3 tests/cli/run.py $(BUILD)

test-consumers: all deb ## each report in a program that reads such reports; the action, the hook, the package
	@sh tests/consumers/run.sh $(BUILD)/rotstift

test-browser: all ## the HTML report in a browser
	@sh tests/browser/run.sh $(BUILD)/rotstift

test-service: all ## the services, asked by programs that speak to such services
	@python3 tests/service/run.py $(BUILD)/rotstift

test-sanitize: ## units, rules and articles with AddressSanitizer and UBSan
	+@SUITE_BUILD=SANITIZE=1 sh tests/run.sh unit rules articles

test-speed: all ## instructions a word, against what is recorded
	@python3 tests/bench/instructions.py $(BUILD)/rotstift

record-speed: all ## record the instructions that a word costs now
	@python3 tests/bench/instructions.py $(BUILD)/rotstift --record

bench: all ## speed beside hunspell and aspell
	@python3 tests/bench/bench.py $(BUILD)

quality: all ## precision, lift and false alarms on annotated translations
	@python3 tests/quality/quality.py $(BUILD)/rotstift

rules-report: all ## the rule data at a glance: counts, sentences, overlaps
	@python3 tests/rules/report.py $(BUILD)/rotstift

idioms-dropped: all ## what patterns made from idioms find in human texts
	@python3 tests/quality/idioms_dropped.py $(BUILD)/rotstift

# clang takes offence at NULL + 0, the start of an empty slice (defined in C2y): no pointer-overflow.
fuzz: ## each fuzz target for FUZZ_SECONDS
	@$(MAKE) --no-print-directory CC=clang BUILD=build/fuzz fuzz-targets \
	    SANITIZERS="-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all -fno-sanitize=pointer-overflow"

fuzz_targets := $(patsubst tests/fuzz/%.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))

fuzz-targets: $(fuzz_targets) $(DATA)
	@FUZZ_SECONDS=$(FUZZ_SECONDS) sh tests/fuzz/run.sh $(fuzz_targets)

$(BUILD)/fuzz_%: tests/fuzz/fuzz_%.c $(parts)
	$(call say,compile $<)
	$(Q)$(COMPILE) -Wno-missing-prototypes -fsanitize=fuzzer -MF $@.d -o $@ $< $(parts) $(LIBS)

lint: test-lint ## clang-format, clang-tidy, and no warning from gcc or clang

test-lint: $(BUILD)/generated/html_assets.c
	+@sh tests/lint.sh

format: ## lay out all C as .clang-format says
	clang-format -i $$(find checker reports dictionaries/compile tests -name '*.[ch]')

messages: ## bring the catalogue of German messages up to date with the code
	sh checker/messages/extract.sh | msgmerge --quiet --no-fuzzy-matching --width=119 \
	    -o checker/messages/de.po checker/messages/de.po -

# ---- installation ----

# Where the shells look for them, below share/.
completion_files := bash-completion/completions/rotstift zsh/site-functions/_rotstift \
                    fish/vendor_completions.d/rotstift.fish

install: all ## install to $(DESTDIR)$(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include \
	           $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/rotstift \
	           $(addprefix $(DESTDIR)$(PREFIX)/share/,$(dir $(completion_files)))
	install -m 755 $(BUILD)/rotstift $(DESTDIR)$(PREFIX)/bin/rotstift
	install -m 644 $(BUILD)/librotstift.a $(DESTDIR)$(PREFIX)/lib/librotstift.a
	install -m 755 $(BUILD)/librotstift.so $(DESTDIR)$(PREFIX)/lib/librotstift.so.$(VERSION)
	ln -sf librotstift.so.$(VERSION) $(DESTDIR)$(PREFIX)/lib/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(PREFIX)/lib/librotstift.so
	install -m 644 checker/rotstift.h $(DESTDIR)$(PREFIX)/include/rotstift.h
	sed -e 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' checker/rotstift.pc.in \
	    > $(DESTDIR)$(PREFIX)/lib/pkgconfig/rotstift.pc
	install -m 644 checker/rotstift.1 $(DESTDIR)$(PREFIX)/share/man/man1/rotstift.1
	install -m 644 $(DATA) $(DESTDIR)$(PREFIX)/share/rotstift/rotstift.lex
	install -m 644 $(BUILD)/completion.bash $(DESTDIR)$(PREFIX)/share/$(word 1,$(completion_files))
	install -m 644 $(BUILD)/completion.zsh $(DESTDIR)$(PREFIX)/share/$(word 2,$(completion_files))
	install -m 644 $(BUILD)/completion.fish $(DESTDIR)$(PREFIX)/share/$(word 3,$(completion_files))

deb: ## make build/rotstift_VERSION_ARCHITECTURE.deb
	rm -rf $(BUILD)/deb
	$(MAKE) --no-print-directory install DESTDIR=$(BUILD)/deb PREFIX=/usr
	sh .ci/deb $(BUILD)/deb $(VERSION) $(BUILD) $(LIBARCHIVE) $(LIBGIT2) $(LIBHUNSPELL) $(LIBMICROHTTPD) $(LIBXML2)

uninstall: ## remove what install put there
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/,bin/rotstift lib/librotstift.a lib/librotstift.so lib/$(SONAME) \
	      lib/librotstift.so.$(VERSION) lib/pkgconfig/rotstift.pc include/rotstift.h share/man/man1/rotstift.1 \
	      share/rotstift/rotstift.lex $(addprefix share/,$(completion_files)))
	-rmdir $(DESTDIR)$(PREFIX)/share/rotstift

clean: ## remove build/
	rm -rf build

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1\t\2/p' Makefile | expand -t 18

-include $(shell find $(BUILD) -type f -name '*.d' 2>/dev/null)
