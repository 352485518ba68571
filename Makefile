# Styrbord. `make` builds, `make demo` starts everything on this machine, `make check` runs every test,
# `make install` installs. GNU make; everything made lies in build/.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# What this is a version of stands in conf/changes.md.
VERSION := 0.10.0
PREFIX ?= /usr/local
DESTDIR ?=
JOBS ?= $(shell nproc)
DEMO_PORT ?= 8080
DEMO_DIR ?= /var/tmp/styrbord-demo-$(shell id -u)
STYRBORD_BASE ?=
FUZZ_SECONDS ?= 60

# A build of another kind lies in a folder of its own: make BUILD=build/asan SANITIZE=address,undefined
BUILD ?= build
SANITIZE ?=
GEN := build/gen
FIXTURES := tests/fixtures

# make V=1 shows every command
quiet := $(if $(V),,@)
say = $(if $(V),,@echo '  $(1)')

# ---- compiler -------------------------------------------------------------------------------------------------

ifeq ($(origin CC),default)
CC := gcc
endif
LIBRARIES := libpq json-c ldap lber gnutls libcmark libsodium libconfuse libsystemd
TEST_LIBRARIES := cmocka libcurl
# asked once, at the first compilation, so that `make depends` works where pkg-config is not yet installed
pkg = $(if $(found_$(1)),,$(eval found_$(1) := $$(shell pkg-config $(2))))$(found_$(1))
LIB_CFLAGS = $(call pkg,LIB_CFLAGS,--cflags $(LIBRARIES))
LIB_LIBS = $(call pkg,LIB_LIBS,--libs $(LIBRARIES)) -lfcgi -lunistring -lmagic
TEST_CFLAGS = $(call pkg,TEST_CFLAGS,--cflags $(TEST_LIBRARIES))
TEST_LIBS = $(call pkg,TEST_LIBS,--libs $(TEST_LIBRARIES))

WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Werror
# snprintf cuts what does not fit: that is why it is used for log details
GCC_WARNINGS := $(if $(findstring clang,$(CC)),,-Wno-format-truncation)
MACHINE := $(shell uname -m)
HARDENING := -fPIE -fstack-protector-strong -fstack-clash-protection $(if $(filter x86_64,$(MACHINE)),-fcf-protection)
LINK_HARDENING := -pie -Wl,-z,relro,-z,now,-z,noexecstack
OPTIMISE := $(if $(SANITIZE),-O1 -fno-omit-frame-pointer,-O2 -D_FORTIFY_SOURCE=3)
SANITIZER := $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all)
LANGUAGE := -std=c17 -D_GNU_SOURCE -Isrc -I$(GEN)
COMPILE = $(CC) $(LANGUAGE) $(WARNINGS) $(GCC_WARNINGS) -g $(OPTIMISE) $(HARDENING) $(SANITIZER) $(LIB_CFLAGS) $(CFLAGS) -MMD -MP -c
LINK = $(CC) $(LINK_HARDENING) $(SANITIZER) $(LDFLAGS)
# The tools of the build run here and now, whatever the rest is built for.
HOST_CC := $(CC)
HOST_COMPILE = $(HOST_CC) $(LANGUAGE) $(WARNINGS) -g -O1

# ---- what there is --------------------------------------------------------------------------------------------

# $(call find,FOLDERS,TESTS): files in a fixed order
find = $(sort $(shell find $(1) $(2) 2>/dev/null))
SOURCES := $(call find,src,-name '*.c' -not -path 'src/tools/*')
GENERATED := templates statements migrations
OBJECTS := $(SOURCES:%.c=$(BUILD)/obj/%.o) $(GENERATED:%=$(BUILD)/obj/gen/%.o)
PARTS := $(filter-out %/src/main.o,$(OBJECTS))
HEADERS := $(GENERATED:%=$(GEN)/%.h) $(GEN)/assets.h $(GEN)/version.h
TEMPLATES := $(call find,src/html/templates src/portal,-name '*.html')
STATEMENTS := $(call find,src,-name '*.sql')
MIGRATIONS := $(call find,sql/migrations,-name '*.sql')
REPEATABLE := $(call find,sql/repeatable,-name '*.sql')
TEST_TEMPLATES := $(call find,tests/unit/templates,-name '*.html')
# the template compiler without its main(), for its tests
TOOL_PARTS := $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard src/tools/template_*.c))
# the tools need no Unicode
TOOL_BASE := $(filter-out src/base/config% src/base/letters.c,$(wildcard src/base/*.c))
LOCALES := sv_SE sv_FI nb_NO fi_FI
ASSET_SOURCES := $(wildcard src/assets/*)

.PHONY: all binary
all: binary
binary: $(BUILD)/styrbord locales

$(BUILD)/styrbord: $(OBJECTS)
	$(call say,LINK $@)
	$(quiet)$(LINK) -o $@ $^ $(LIB_LIBS)

$(BUILD)/obj/%.o: %.c | $(HEADERS)
	@mkdir -p $(@D)
	$(call say,CC $@)
	$(quiet)$(COMPILE) -o $@ $<

$(BUILD)/obj/gen/%.o: $(GEN)/%.c | $(HEADERS)
	@mkdir -p $(@D)
	$(call say,CC $@)
	$(quiet)$(COMPILE) -o $@ $<

# ---- generated sources ----------------------------------------------------------------------------------------

build/tools/embed: src/tools/embed.c $(TOOL_BASE)
build/tools/template: $(wildcard src/tools/template*.c src/tools/template*.h) $(TOOL_BASE)
build/tools/embed build/tools/template:
	@mkdir -p $(@D)
	$(call say,TOOL $@)
	$(quiet)$(HOST_COMPILE) -o $@ $(filter %.c,$^)

# $(call list,NAME,FILES): a file that changes when the list of files does, so that a removed one counts too
define list
$(GEN)/$(1).list: FORCE
	@mkdir -p $$(@D); echo '$(2)' | cmp -s - $$@ || echo '$(2)' >$$@
endef
$(eval $(call list,templates,$(TEMPLATES)))
$(eval $(call list,test_templates,$(TEST_TEMPLATES)))
$(eval $(call list,statements,$(STATEMENTS)))
$(eval $(call list,migrations,$(MIGRATIONS) $(REPEATABLE)))

# A header that comes out the same keeps its date: what includes it is not compiled again.
GENERATE = mkdir -p $(GEN)/new && $(1) $(GEN)/new/$(@F) $(GEN)/new/$(@F:.c=.h) $(2) && \
	{ cmp -s $(GEN)/new/$(@F:.c=.h) $(@:.c=.h) || mv $(GEN)/new/$(@F:.c=.h) $(@:.c=.h); } && mv $(GEN)/new/$(@F) $@

$(GEN)/templates.c: build/tools/template $(GEN)/templates.list $(TEMPLATES)
	@$(call GENERATE,$<,$(TEMPLATES))
$(GEN)/test_templates.c: build/tools/template $(GEN)/test_templates.list $(TEST_TEMPLATES)
	@$(call GENERATE,$<,$(TEST_TEMPLATES))
$(GEN)/statements.c: build/tools/embed $(GEN)/statements.list $(STATEMENTS)
	@$(call GENERATE,$<,statements $(STATEMENTS))
$(GEN)/migrations.c: build/tools/embed $(GEN)/migrations.list $(MIGRATIONS) $(REPEATABLE)
	@$(call GENERATE,$<,migrations $(MIGRATIONS) -- $(REPEATABLE))
$(GENERATED:%=$(GEN)/%.h) $(GEN)/test_templates.h: %.h: %.c
	@test -e $@

# What is compiled in of the version and of where it will lie; a file that changes when they do.
$(GEN)/version.h: FORCE
	@mkdir -p $(@D); printf '/* Generated by the Makefile. */\n#define STYRBORD_VERSION "%s"\n#define STYRBORD_SHARE "%s"\n' \
		'$(VERSION)' '$(PREFIX)/share/styrbord' >$@.new; if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# ---- style sheet, fonts, icons --------------------------------------------------------------------------------

build/npm/installed: src/assets/package.json src/assets/package-lock.json
	@mkdir -p $(@D); cp $^ $(@D)
	$(call say,NPM $@)
	$(quiet)cd $(@D) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(GEN)/assets.h: build/npm/installed $(ASSET_SOURCES)
	@rm -rf build/npm/assets; mkdir -p $(GEN) build/npm/assets; cp src/assets/* build/npm/assets/
	$(call say,ASSETS $@)
	$(quiet)cd build/npm/assets && node bundle.mjs ../../assets ../../gen/assets.h

# ---- languages ------------------------------------------------------------------------------------------------

.PHONY: locales locale-update
CATALOGUES := $(LOCALES:%=build/locale/%/LC_MESSAGES/styrbord.mo)
locales: $(CATALOGUES) $(LOCALES:%=build/locale/%.UTF-8/LC_CTYPE)

build/locale/%/LC_MESSAGES/styrbord.mo: src/locale/%.po
	@mkdir -p $(@D)
	$(call say,MSGFMT $@)
	$(quiet)msgfmt --check-format -o $@ $<

# The machine may have only C.UTF-8, so the portal brings its own.
build/locale/%.UTF-8/LC_CTYPE:
	@mkdir -p build/locale
	$(call say,LOCALE $@)
	$(quiet)localedef --no-archive -i $* -f UTF-8 build/locale/$*.UTF-8

build/styrbord.pot: $(SOURCES) $(GEN)/templates.c
	$(call say,XGETTEXT $@)
	$(quiet)xgettext --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ --add-location=file --no-wrap --sort-output \
		--package-name=styrbord --foreign-user -o $@ $(sort $(SOURCES)) $(GEN)/templates.c
	@sed -i '/^"POT-Creation-Date/d' $@

locale-update: build/styrbord.pot
	for l in $(LOCALES); do \
		msgmerge --quiet --no-fuzzy-matching --no-wrap --sort-output --backup=none --update src/locale/$$l.po $<; \
		msgattrib --no-obsolete --no-wrap --sort-output -o src/locale/$$l.po src/locale/$$l.po; done

# ---- tests ----------------------------------------------------------------------------------------------------

# Helper objects in a tests folder are the .c files that do not start with test_ or fuzz_.
UNIT_TESTS := $(call find,tests/unit,-name 'test_*.c')
HTTP_TESTS := $(call find,tests/http,-name 'test_*.c')
FUZZERS := $(call find,tests/fuzz,-name 'fuzz_*.c')
BROWSER_TESTS := $(call find,tests/browser,-name 'test_*.mjs')
SQL_TESTS := $(sort $(wildcard sql/tests/*.sql))
programs = $(1:%.c=$(BUILD)/%)
helpers = $(patsubst %.c,$(BUILD)/obj/%.o,$(call find,$(1),-name '*.c' -not -name 'test_*' -not -name 'fuzz_*'))
UNIT_GENERATED := $(if $(TEST_TEMPLATES),$(BUILD)/obj/gen/test_templates.o)
.SECONDARY:

$(BUILD)/obj/tests/%.o: tests/%.c | $(HEADERS) $(if $(TEST_TEMPLATES),$(GEN)/test_templates.h)
	@mkdir -p $(@D)
	$(call say,CC $@)
	$(quiet)$(COMPILE) $(TEST_CFLAGS) -Itests -o $@ $<

$(call programs,$(UNIT_TESTS)): $(BUILD)/tests/unit/%: $(BUILD)/obj/tests/unit/%.o $(call helpers,tests/unit) $(UNIT_GENERATED) $(TOOL_PARTS) $(PARTS)
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(quiet)$(LINK) -o $@ $^ $(LIB_LIBS) $(TEST_LIBS)

# It looks into memory when that is freed.
$(BUILD)/tests/unit/test_base: private LDFLAGS += -Wl,--wrap=free
# It lets calls of libldap fail.
$(BUILD)/tests/unit/test_directory_failures: private LDFLAGS += -Wl,--wrap=ldap_get_dn \
	-Wl,--wrap=ldap_str2dn \
	-Wl,--wrap=ldap_dn2str \
	-Wl,--wrap=ldap_parse_pageresponse_control \
	-Wl,--wrap=ldap_parse_passwordpolicy_control

$(call programs,$(HTTP_TESTS)): $(BUILD)/tests/http/%: $(BUILD)/obj/tests/http/%.o $(call helpers,tests/http) $(PARTS)
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(quiet)$(LINK) -o $@ $^ $(LIB_LIBS) $(TEST_LIBS)

$(call programs,$(FUZZERS)): $(BUILD)/tests/fuzz/%: $(BUILD)/obj/tests/fuzz/%.o $(call helpers,tests/fuzz) $(TOOL_PARTS) $(PARTS)
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(quiet)$(LINK) -fsanitize=fuzzer -o $@ $^ $(LIB_LIBS)

.PHONY: unit-programs http-programs fuzz-programs
unit-programs: $(call programs,$(UNIT_TESTS)) locales
http-programs: $(call programs,$(HTTP_TESTS))
fuzz-programs: $(call programs,$(FUZZERS))

# Every check-… writes how many passed and failed to build/check-results; `make check` adds them up at its end.
TALLY := $(FIXTURES)/tally.sh
CHECKS := house clang locale unit asan sql http migration backup facts plans browser fuzz faults-short
.PHONY: check $(CHECKS:%=check-%)
check:
	@$(MAKE) depends-check
	@mkdir -p build; rm -f build/check-results
	@for c in $(CHECKS); do echo "== check-$$c"; $(MAKE) -j$(JOBS) check-$$c || echo "check-$$c failed"; \
		grep -q "^$$c " build/check-results 2>/dev/null || echo "$$c:not-run 0 1" >>build/check-results; done
	@$(TALLY) --sum

check-house:
	@$(TALLY) house $(FIXTURES)/check-house.sh
check-clang: $(HEADERS) $(if $(TEST_TEMPLATES),$(GEN)/test_templates.h)
	@$(TALLY) clang $(FIXTURES)/check-compiler.sh "$$(command -v clang || command -v clang-14)" \
		$(LANGUAGE) $(WARNINGS) -Itests $(LIB_CFLAGS) $(TEST_CFLAGS) -- $(SOURCES) $(wildcard src/tools/*.c) $(UNIT_TESTS) $(HTTP_TESTS)
check-locale: build/styrbord.pot
	@$(TALLY) locale $(FIXTURES)/check-locale.sh build/styrbord.pot $(LOCALES:%=src/locale/%.po)
check-unit: unit-programs
	@$(TALLY) unit $(FIXTURES)/run-all.sh $(call programs,$(UNIT_TESTS))
check-asan:
	@$(MAKE) BUILD=build/asan SANITIZE=address,undefined unit-programs
	@$(TALLY) asan $(FIXTURES)/run-all.sh $(UNIT_TESTS:%.c=build/asan/%)
	@$(MAKE) BUILD=build/asan SANITIZE=address,undefined binary
	@$(MAKE) binary http-programs
	@ASAN_OPTIONS=detect_leaks=0 $(TALLY) asan-http $(FIXTURES)/with-stack.sh build/asan $(FIXTURES)/run-all.sh $(call programs,$(HTTP_TESTS))
check-sql: binary
	@$(TALLY) sql $(FIXTURES)/check-sql.sh $(BUILD) $(SQL_TESTS)
check-http: binary http-programs
	@$(TALLY) http $(FIXTURES)/with-stack.sh $(BUILD) $(FIXTURES)/run-all.sh $(call programs,$(HTTP_TESTS))
# the foundation's database, migrated
check-migration: binary
	@STYRBORD_FOR_STAFF= STYRBORD_RESTORE=$(abspath tests/migration/foundation.dump) $(TALLY) migration $(FIXTURES)/with-stack.sh $(BUILD) \
		node --test-reporter=tap tests/migration/test_migration.mjs
# the README's lines of backup and restore
check-backup: binary
	@STYRBORD_FOR_STAFF= $(TALLY) backup $(FIXTURES)/with-stack.sh $(BUILD) node --test-reporter=tap tests/backup/test_backup.mjs
# What statements are planned to read, on 20,000 projects
check-plans: binary
	@$(TALLY) plans env BUILD=$(BUILD) node --test-reporter=tap tests/bench/plans.mjs
# what the documents say, entered into an empty portal
check-facts: binary
	@STYRBORD_RESTORE=none STYRBORD_LDIF=tests/facts/directory.ldif $(TALLY) facts $(FIXTURES)/with-stack.sh $(BUILD) node tests/facts/facts.mjs
check-browser: binary
	@$(TALLY) browser $(FIXTURES)/with-stack.sh $(BUILD) $(FIXTURES)/run-browser.sh $(BROWSER_TESTS)

# Faults need a PostgreSQL that keeps what it says it keeps. FAULTS: a word in the names of those to try.
DURABLE := env POSTGRES_DURABLE=yes $(FIXTURES)/with-stack.sh $(BUILD)
.PHONY: check-faults check-torture
check-faults-short: binary
	@FAULTS=short $(TALLY) faults-short $(DURABLE) node tests/faults/run.mjs
check-faults:
	@$(FIXTURES)/depends.sh faults
	@$(MAKE) -j$(JOBS) binary
	@$(TALLY) faults $(DURABLE) node tests/faults/run.mjs

# fails the n-th call of a function in a running portal
build/torture/fail_nth.so: tests/torture/fail_nth.c
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(quiet)$(CC) $(LANGUAGE) $(WARNINGS) -g -O1 -fPIC -shared $(LIB_CFLAGS) -o $@ $< $(LIB_LIBS)
check-torture: build/torture/fail_nth.so
	@$(MAKE) -j$(JOBS) binary
	@$(TALLY) torture env TORTURE_SHIM=$(abspath $<) $(FIXTURES)/with-stack.sh $(BUILD) node tests/torture/run.mjs

FUZZ_MAKE = $(MAKE) BUILD=build/fuzz SANITIZE=address,undefined,fuzzer-no-link CC=clang fuzz-programs
check-fuzz:
	+@$(FUZZ_MAKE)
	@$(TALLY) fuzz $(FIXTURES)/run-fuzz.sh replay $(FUZZERS:%.c=build/fuzz/%)
.PHONY: fuzz
fuzz:
	@$(MAKE) depends-check
	+@$(FUZZ_MAKE) -j$(JOBS)
	@$(FIXTURES)/run-fuzz.sh $(FUZZ_SECONDS) $(FUZZERS:%.c=build/fuzz/%)

# How fast is it, on databases of several sizes, and beside another commit? BENCH_…: see tests/bench/bench.mjs.
.PHONY: bench bench-compare
BENCH_SIZES ?= 1000 20000 100000
PROJECTS ?= 20000
bench:
	@$(FIXTURES)/depends.sh bench
	@$(MAKE) -j$(JOBS) binary
	@node tests/bench/bench.mjs sizes $(BENCH_SIZES)
bench-compare:
	@$(FIXTURES)/depends.sh bench
	@$(MAKE) -j$(JOBS) binary
	@tests/bench/compare.sh "$(BASE)" $(PROJECTS)

# Do rights follow a slow directory in time? PEOPLE, DELAY: see the script.
.PHONY: bench-refresh
bench-refresh:
	@$(FIXTURES)/depends.sh bench
	@$(MAKE) -j$(JOBS) binary
	@$(FIXTURES)/with-stack.sh $(BUILD) tests/bench/refresh/refresh.sh

# ---- running --------------------------------------------------------------------------------------------------

.PHONY: demo demo-stop demo-clean depends depends-check
demo:
	@$(MAKE) depends
	@$(MAKE) -j$(JOBS) binary
	@$(FIXTURES)/stack.sh start "$(DEMO_DIR)" "$(DEMO_PORT)" "$(STYRBORD_BASE)"
demo-stop:
	@$(FIXTURES)/stack.sh stop "$(DEMO_DIR)"
# The demo's data goes too.
demo-clean:
	@$(FIXTURES)/stack.sh clean "$(DEMO_DIR)"

depends:
	@$(FIXTURES)/depends.sh run
depends-check:
	@$(FIXTURES)/depends.sh check

# ---- installing -----------------------------------------------------------------------------------------------

.PHONY: install clean
install: binary
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/styrbord/assets" \
		"$(DESTDIR)$(PREFIX)/share/styrbord/conf/nginx" "$(DESTDIR)$(PREFIX)/lib/systemd/system" "$(DESTDIR)$(PREFIX)/share/doc/styrbord"
	install -m 755 $(BUILD)/styrbord "$(DESTDIR)$(PREFIX)/bin/styrbord"
	install -m 644 build/assets/* "$(DESTDIR)$(PREFIX)/share/styrbord/assets/"
	cd build/locale && find . -type f -exec install -D -m 644 {} "$(abspath $(DESTDIR)$(PREFIX))/share/styrbord/locale/{}" \;
	install -m 644 README.md LICENSE conf/changes.md "$(DESTDIR)$(PREFIX)/share/doc/styrbord/"
	install -m 644 build/npm/node_modules/@fontsource-variable/inter/LICENSE "$(DESTDIR)$(PREFIX)/share/doc/styrbord/LICENSE.Inter"
	install -m 644 build/npm/node_modules/@digdir/designsystemet-css/LICENSE "$(DESTDIR)$(PREFIX)/share/doc/styrbord/LICENSE.Designsystemet"
	for f in conf/styrbord.conf conf/nginx/styrbord.conf conf/nginx/http.conf conf/nginx/portal.conf \
		conf/systemd/styrbord.service conf/systemd/styrbord.socket conf/systemd/styrbord-sign-in.socket; do \
		case $$f in conf/systemd/*) to=lib/systemd/system/$${f##*/} ;; *) to=share/styrbord/$$f ;; esac; \
		sed 's|/usr/local|$(PREFIX)|g' $$f >"$(DESTDIR)$(PREFIX)/$$to"; chmod 644 "$(DESTDIR)$(PREFIX)/$$to"; done

# A release: the sources of HEAD with what npm would be needed for already made.
DIST := styrbord-$(VERSION)
NPM_LICENCES := build/npm/node_modules/@fontsource-variable/inter/LICENSE build/npm/node_modules/@digdir/designsystemet-css/LICENSE
.PHONY: dist check-dist
dist: $(GEN)/assets.h
	@rm -rf build/dist; mkdir -p build/dist/$(DIST)
	@git archive HEAD | tar -x -C build/dist/$(DIST)
	@tar -c build/npm/installed build/assets $(GEN)/assets.h $(NPM_LICENCES) | tar -x -m -C build/dist/$(DIST)
	@tar -c --owner=0 --group=0 --sort=name -C build/dist $(DIST) | gzip -9n >build/$(DIST).tar.gz
	@rm -rf build/dist; echo build/$(DIST).tar.gz
# It builds, installs and runs where neither npm nor a network is.
check-dist: dist
	@$(TALLY) dist $(FIXTURES)/check-dist.sh build/$(DIST).tar.gz $(DIST)

clean:
	rm -rf build

.PHONY: FORCE
FORCE:

-include $(call find,$(BUILD)/obj,-name '*.d')
