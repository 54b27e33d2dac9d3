/* recipe: getopt
 * symbols: getopt
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: "W;" is a plain option W; the state is not that of getopt_long
 * spec: getopt(3): operands move behind the options unless POSIXLY_CORRECT is set or the list begins with '+'; '-' gives
 *   operands as option 1
 * scope: private
 */
#define _GNU_SOURCE
#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* argv[first_operand, last_operand) are operands passed over; next is the rest of a word of options. */
static int first_operand, last_operand;
static const char *next;

static void reverse(char **a, int from, int to)
{
	for (to--; from < to; from++, to--) {
		char *held = a[from];
		a[from] = a[to];
		a[to] = held;
	}
}

/* The options found since go before the operands passed over. */
static void exchange(char **argv)
{
	reverse(argv, first_operand, last_operand);
	reverse(argv, last_operand, optind);
	reverse(argv, first_operand, optind);
	first_operand += optind - last_operand;
	last_operand = optind;
}

static int is_operand(const char *word)
{
	return word[0] != '-' || !word[1];
}

/* Finds the next word of options: 1; else the result of getopt is in *result. */
static int find_word(int argc, char **argv, int permute, int in_order, int *result)
{
	if (last_operand > optind)
		last_operand = optind;
	if (first_operand > optind)
		first_operand = optind;
	if (permute) {
		if (first_operand != last_operand && last_operand != optind)
			exchange(argv);
		else if (last_operand != optind)
			first_operand = optind;
		while (optind < argc && is_operand(argv[optind]))
			optind++;
		last_operand = optind;
	}
	if (optind != argc && !strcmp(argv[optind], "--")) {
		optind++;
		if (first_operand != last_operand && last_operand != optind)
			exchange(argv);
		else if (first_operand == last_operand)
			first_operand = optind;
		last_operand = optind = argc;
	}
	*result = -1;
	if (optind == argc) {
		if (first_operand != last_operand)
			optind = first_operand;
		return 0;
	}
	if (is_operand(argv[optind])) {
		if (!in_order)
			return 0;
		optarg = argv[optind++];
		*result = 1;
		return 0;
	}
	next = argv[optind] + 1;
	return 1;
}

static void complain(const char *program, const char *what, int letter, int quiet)
{
	if (opterr && !quiet)
		fprintf(stderr, "%s: %s -- '%c'\n", program, what, letter);
}

int __mc_getopt(int argc, char *const argv[], const char *options)
{
	int in_order = *options == '-', permute = !in_order && *options != '+' && !getenv("POSIXLY_CORRECT"), quiet, result, letter;
	const char *entry;

	if (argc < 1)
		return -1;
	optarg = 0;
	if (!optind || !next) { /* the first call, or the program begins anew */
		optind += !optind;
		first_operand = last_operand = optind;
		next = "";
	}
	if (in_order || *options == '+')
		options++;
	quiet = *options == ':';
	if (!*next && !find_word(argc, (char **)(uintptr_t)argv, permute, in_order, &result))
		return result;
	letter = *next++;
	entry = letter == ':' || letter == ';' ? 0 : strchr(options, letter);
	if (!*next)
		optind++;
	if (!entry) {
		complain(argv[0], "invalid option", letter, quiet);
		optopt = letter;
		return '?';
	}
	if (entry[1] != ':')
		return letter;
	if (*next || entry[2] == ':') {
		optarg = *next ? (char *)(uintptr_t)next : 0;
		optind += *next != '\0';
	} else if (optind == argc) {
		complain(argv[0], "option requires an argument", letter, quiet);
		optopt = letter;
		letter = quiet ? ':' : '?';
	} else {
		optarg = argv[optind++];
	}
	next = "";
	return letter;
}
