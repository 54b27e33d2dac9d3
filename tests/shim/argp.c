#define _GNU_SOURCE
#include <argp.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
const char *argp_program_version = "prog 1.2";
const char *argp_program_bug_address = "<bugs@example.org>";
static struct argp_option child_options[] = {{"depth", 'd', "N", 0, "How deep the child goes"}, {"zeta", 'z', 0, 0, "Last letter"}, {0}};
static error_t child_parse(int key, char *arg, struct argp_state *s)
{
	if (key == 'd') { printf("child d %s\n", arg); return 0; }
	if (key == 'z') { puts("child z"); return 0; }
	if (key == ARGP_KEY_INIT) { printf("child init %s\n", s->input ? (char *)s->input : "none"); return 0; }
	if (key == ARGP_KEY_END) { puts("child end"); return 0; }
	return ARGP_ERR_UNKNOWN;
}
static struct argp child = {child_options, child_parse};
static struct argp_child children[] = {{&child, 0, "Child options:", 5}, {0}};
static struct argp_option options[] = {
	{"verbose", 'v', 0, 0, "Produce verbose output"},
	{"quiet", 'q', 0, 0, "Don't produce any output"},
	{"silent", 's', 0, OPTION_ALIAS},
	{"output", 'o', "FILE", 0, "Output to FILE instead of standard output, which is a rather long explanation that needs more than one line"},
	{"color", 'c', "WHEN", OPTION_ARG_OPTIONAL, "Colors"},
	{0, 0, 0, 0, "Less common options:", 2},
	{"a-very-long-option-name-here", 500, "ARGUMENT", 0, "Long"},
	{"hidden", 'h', 0, OPTION_HIDDEN, "Not shown"},
	{0, 'x', 0, 0, "Only short"},
	{0, 'y', "Y", 0, "Only short, argument"},
	{0}};
static error_t parse(int key, char *arg, struct argp_state *s)
{
	switch (key) {
	case ARGP_KEY_INIT: s->child_inputs[0] = "given"; puts("init"); return 0;
	case ARGP_KEY_ARG: printf("arg %d %s\n", s->arg_num, arg); if (s->arg_num >= 3) return ARGP_ERR_UNKNOWN; if (!strcmp(arg, "bad")) argp_error(s, "bad argument %s", arg); if (!strcmp(arg, "fail")) argp_failure(s, 3, ENOENT, "cannot %s", "do"); return 0;
	case ARGP_KEY_NO_ARGS: puts("no args"); return 0;
	case ARGP_KEY_END: printf("end %d\n", s->arg_num); return 0;
	case ARGP_KEY_SUCCESS: puts("success"); return 0;
	case ARGP_KEY_ERROR: puts("error"); return 0;
	case ARGP_KEY_FINI: puts("fini"); return 0;
	case 'v': case 'q': case 's': case 'o': case 'c': case 500: case 'h': case 'x': case 'y': printf("option %d %s\n", key, arg ? arg : "-"); return 0;
	}
	return ARGP_ERR_UNKNOWN;
}
static struct argp argp = {options, parse, "FIRST [SECOND]", "A program that shows argp.\vMore text after the options, long enough that the line has to be broken somewhere.", children};
static void run(unsigned flags, const char *line)
{
	char copy[300], *argv[30];
	int argc = 0, end = -1, status;
	printf("=== %s (%x)\n", line, flags);
	fflush(stdout);
	if (!fork()) {
		dup2(1, 2);
		setvbuf(stdout, 0, _IONBF, 0);
		strcpy(copy, line);
		for (char *w = strtok(copy, " "); w; w = strtok(0, " ")) argv[argc++] = w;
		argv[argc] = 0;
		int e = argp_parse(&argp, argc, argv, flags & 0xff, flags & 0x100 ? &end : 0, 0);
		printf("result %d end %d:", e, end);
		for (int i = 0; i < argc; i++) printf(" %s", argv[i]);
		puts("");
		_exit(0);
	}
	wait(&status);
	printf("status %d\n", WEXITSTATUS(status));
}
int main(void)
{
	run(0, "/usr/bin/prog -v x --output=f y -qs -ofile");
	run(0, "prog x -v -- -q");
	run(0, "prog --out f --color --color=always -c -cnow -d 3 --zeta");
	run(ARGP_IN_ORDER, "prog -v x -q y");
	run(0x100, "prog a b c d e");
	run(0, "prog a b c d e");
	run(ARGP_NO_ARGS | 0x100, "prog -v a -q b");
	run(0, "prog --nothing");
	run(0, "prog -k");
	run(0, "prog --output");
	run(0, "prog -o");
	run(0, "prog --verbose=3");
	run(0, "prog --ver");
	run(ARGP_NO_EXIT, "prog --bogus x");
	run(ARGP_SILENT, "prog --bogus x");
	run(ARGP_NO_HELP, "prog --help");
	run(ARGP_LONG_ONLY, "prog -output f -verbose -v");
	run(0, "prog bad");
	run(0, "prog fail");
	run(0, "prog --version");
	run(0, "prog --usage");
	run(0, "prog -hxyV");
	run(0, "prog --help");
	run(0, "prog");
	argp_help(&argp, stdout, ARGP_HELP_STD_USAGE, "name");
	argp_help(&child, stdout, ARGP_HELP_LONG, "name");
}
