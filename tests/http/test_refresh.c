/* Rights follow the directory while a session lives: somebody who joins or leaves a group, and somebody who is locked.
 */
#include "client.h"

#include <ldap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_S = 60 };

static char *file_text(const char *name)
{
	static char content[4][256];
	static int next;
	char *into = content[next++ % 4], *place = text("%s/%s", getenv("STYRBORD_DIR"), name);
	FILE *file = fopen(place, "re");
	if (!file || !fgets(into, 256, file))
		fail_msg("%s cannot be read", place);
	fclose(file);
	into[strcspn(into, "\n")] = '\0';
	return into;
}

/* As the directory's manager. */
static LDAP *managers_connection(void)
{
	LDAP *ld;
	int three = LDAP_VERSION3, demand = LDAP_OPT_X_TLS_DEMAND, client = 0;
	char *ca = text("%s/ldap/tls/ca.pem", getenv("STYRBORD_DIR")), *password = file_text("ldap/manager-password");
	struct berval secret = {.bv_len = strlen(password), .bv_val = password};
	assert_int_equal(ldap_initialize(&ld, text("ldap://127.0.0.1:%s", file_text("ldap-port"))), LDAP_SUCCESS);
	ldap_set_option(ld, LDAP_OPT_PROTOCOL_VERSION, &three);
	ldap_set_option(ld, LDAP_OPT_X_TLS_CACERTFILE, ca);
	ldap_set_option(ld, LDAP_OPT_X_TLS_REQUIRE_CERT, &demand);
	ldap_set_option(ld, LDAP_OPT_X_TLS_NEWCTX, &client);
	assert_int_equal(ldap_start_tls_s(ld, NULL, NULL), LDAP_SUCCESS);
	assert_int_equal(ldap_sasl_bind_s(ld, "cn=manager,dc=demo,dc=example", LDAP_SASL_SIMPLE, &secret, NULL, NULL, NULL),
	                 LDAP_SUCCESS);
	return ld;
}

/* Adds or takes a value of an entry. */
static void change(int operation, const char *dn, const char *attribute, const char *value)
{
	LDAP *ld = managers_connection();
	char *values[] = {text("%s", value), NULL};
	LDAPMod mod = {.mod_op = operation, .mod_type = text("%s", attribute), .mod_values = values},
			*mods[] = {&mod, NULL};
	assert_int_equal(ldap_modify_ext_s(ld, dn, mods, NULL, NULL), LDAP_SUCCESS);
	ldap_unbind_ext_s(ld, NULL, NULL);
}

enum { MANY = 600 };

static char *many_dn(int i)
{
	return text("cn=many-%03d,ou=groups,dc=demo,dc=example", i);
}

/* Puts somebody into more groups than slapd gives at once by default, or takes them all away. */
static void put_into_many_groups(const char *member, bool in)
{
	LDAP *ld = managers_connection();
	for (int i = 0; i < MANY; i++) {
		char *classes[] = {text("groupOfNames"), NULL}, *members[] = {text("%s", member), NULL};
		LDAPMod class_of = {.mod_op = LDAP_MOD_ADD, .mod_type = text("objectClass"), .mod_values = classes},
				member_of = {.mod_op = LDAP_MOD_ADD, .mod_type = text("member"), .mod_values = members};
		LDAPMod *entry[] = {&class_of, &member_of, NULL};
		assert_int_equal(in ? ldap_add_ext_s(ld, many_dn(i), entry, NULL, NULL)
		                    : ldap_delete_ext_s(ld, many_dn(i), NULL, NULL),
		                 LDAP_SUCCESS);
	}
	ldap_unbind_ext_s(ld, NULL, NULL);
}

/* Waits until /access.json says so of the client's grants, or of the session itself. */
static void becomes(struct client *c, const char *words, bool wanted)
{
	for (int i = 0; i < PATIENCE_S * 4; i++) {
		const struct answer *a = get(c, "/access.json");
		assert_status(a, 200);
		if ((strstr(a->body, words) != NULL) == wanted)
			return;
		usleep(250000);
	}
	fail_msg("/access.json still %s \"%s\"", wanted ? "lacks" : "has", words);
}

static const char group[] = "cn=styrbord-auditors,ou=groups,dc=demo,dc=example";
static const char person[] = "uid=coordinator,ou=people,dc=demo,dc=example";

static void rights_follow_the_groups(void **state)
{
	(void)state;
	struct client *c = client_new();
	assert_status(sign_in_as(c, "coordinator", getenv("STYRBORD_PASSWORD"), "/"), 303);
	assert_lacks(get(c, "/access.json"), "\"auditor\"");
	change(LDAP_MOD_ADD, group, "member", person);
	becomes(c, "\"auditor\"", true);
	change(LDAP_MOD_DELETE, group, "member", person);
	becomes(c, "\"auditor\"", false);
	assert_holds(get(c, "/access.json"), "\"account\":\"coordinator\"");
	client_free(c);
}

static void a_locked_account_loses_its_session(void **state)
{
	(void)state;
	struct client *c = client_new();
	assert_status(sign_in_as(c, "coordinator", getenv("STYRBORD_PASSWORD"), "/"), 303);
	becomes(c, "\"account\":\"coordinator\"", true);
	change(LDAP_MOD_ADD, person, "pwdAccountLockedTime", "000001010000Z");
	becomes(c, "\"account\":\"coordinator\"", false);
	struct client *again = client_new();
	assert_status(sign_in_as(again, "coordinator", getenv("STYRBORD_PASSWORD"), "/"), 401);
	change(LDAP_MOD_DELETE, person, "pwdAccountLockedTime", "000001010000Z");
	assert_status(sign_in_as(again, "coordinator", getenv("STYRBORD_PASSWORD"), "/"), 303);
	client_free(again);
	client_free(c);
}

/* One person whose groups cannot be read keeps nobody else's rights alive, and is told so. */
static void one_person_in_trouble_holds_up_nobody(void **state)
{
	(void)state;
	static const char troubled[] = "uid=steering,ou=people,dc=demo,dc=example";
	struct client *c = client_new(), *other = client_new();
	assert_status(sign_in_as(other, "steering", getenv("STYRBORD_PASSWORD"), "/"), 303);
	put_into_many_groups(troubled, true);
	change(LDAP_MOD_ADD, group, "member", person);
	assert_status(sign_in_as(c, "coordinator", getenv("STYRBORD_PASSWORD"), "/"), 303);
	becomes(c, "\"auditor\"", true);
	becomes(other, "\"too_many_groups\"", true);
	assert_holds(get(other, "/access"), "more groups than the directory gives");
	/* Let the troubled one head the queue, and then take the other out. */
	owner_sql("UPDATE styrbord.session SET granted_at = granted_at - interval '10 minutes' WHERE trouble IS NOT NULL");
	time_t left = time(NULL);
	change(LDAP_MOD_DELETE, group, "member", person);
	becomes(c, "\"auditor\"", false);
	assert_true(time(NULL) - left <= 10 + 20);
	assert_status(get(client_of(NULL), "/readyz"), 200);
	assert_holds(get(client_of(NULL), "/readyz"), "late, the oldest are");
	/* Rights that nobody has confirmed for an hour let nobody see what is restricted. */
	assert_status(get(other, "/projects/DHO/reports/new"), 403);
	owner_sql("UPDATE styrbord.session SET granted_at = now() - interval '61 minutes' WHERE trouble IS NOT NULL");
	assert_json(get(other, "/access.json"), "confirmed", "false");
	assert_json(get(other, "/access.json"), "grants.length", "1");
	assert_holds(get(other, "/access"), "Until it does you read as staff");
	struct client *again = client_new();
	const struct answer *a = sign_in_as(again, "steering", getenv("STYRBORD_PASSWORD"), "/");
	assert_status(a, 503);
	assert_lacks(a, "Try again in a few minutes");
	put_into_many_groups(troubled, false);
	becomes(other, "\"too_many_groups\"", false);
	assert_json(get(other, "/access.json"), "confirmed", "true");
	client_free(again);
	client_free(other);
	client_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rights_follow_the_groups),
		cmocka_unit_test(one_person_in_trouble_holds_up_nobody),
		cmocka_unit_test(a_locked_account_loses_its_session),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
