#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <stdio.h>

static void name(void)
{
	fprintf(stderr, "me!");
}

int main(void)
{
	program_invocation_name = "prog";
	puts("out first");
	error(0, 0, "plain %d", 3);
	error(0, ENOENT, "with errno %s", "x");
	error_at_line(0, 0, "file.c", 12, "at %s", "line");
	error_at_line(0, EACCES, 0, 12, "no file");
	error_one_per_line = 1;
	error_at_line(0, 0, "file.c", 12, "once");
	error_at_line(0, 0, "file.c", 12, "not shown");
	error_at_line(0, 0, "file.c", 13, "shown");
	error_at_line(0, 0, "other.c", 13, "shown");
	error_print_progname = name;
	error(0, 0, "own name");
	error_at_line(0, EINVAL, "f", 1, "own name");
	printf("%u\n", error_message_count);
	error(7, 0, "leave");
}
