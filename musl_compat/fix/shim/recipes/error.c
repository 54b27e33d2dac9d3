/* recipe: error
 * symbols: error error_at_line error_print_progname error_message_count error_one_per_line
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the text of errnum is musl's strerror
 * spec: glibc manual, "Error Messages" (error, error_at_line and their variables); error(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void (*error_print_progname)(void);
unsigned error_message_count;
int error_one_per_line;

void error(int status, int errnum, const char *format, ...);
void error_at_line(int status, int errnum, const char *file, unsigned line, const char *format, ...);

static void print_name(const char *separator)
{
	fflush(stdout);
	if (error_print_progname)
		error_print_progname();
	else
		fprintf(stderr, "%s:%s", program_invocation_name, separator);
}

static void print_rest(int status, int errnum, const char *format, va_list args)
{
	vfprintf(stderr, format, args);
	++error_message_count;
	if (errnum)
		fprintf(stderr, ": %s", strerror(errnum));
	putc('\n', stderr);
	fflush(stderr);
	if (status)
		exit(status);
}

void error(int status, int errnum, const char *format, ...)
{
	va_list args;

	print_name(" ");
	va_start(args, format);
	print_rest(status, errnum, format, args);
	va_end(args);
}

void error_at_line(int status, int errnum, const char *file, unsigned line, const char *format, ...)
{
	static const char *last_file;
	static unsigned last_line;
	va_list args;

	if (error_one_per_line) {
		int same = last_line == line && (file == last_file || (file && last_file && !strcmp(file, last_file)));
		if (same)
			return;
		last_file = file;
		last_line = line;
	}
	print_name(file ? "" : " ");
	if (file)
		fprintf(stderr, "%s:%u: ", file, line);
	va_start(args, format);
	print_rest(status, errnum, format, args);
	va_end(args);
}
