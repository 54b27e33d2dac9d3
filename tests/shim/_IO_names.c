#include "shimtest.h"

extern FILE *_IO_fopen(const char *, const char *), *_IO_fdopen(int, const char *), *_IO_popen(const char *, const char *);
extern int _IO_puts(const char *), _IO_fputs(const char *, FILE *), _IO_printf(const char *, ...), _IO_fprintf(FILE *, const char *, ...);
extern int _IO_sprintf(char *, const char *, ...), _IO_sscanf(const char *, const char *, ...), _IO_fclose(FILE *), _IO_fflush(FILE *);
extern int _IO_ungetc(int, FILE *), _IO_feof(FILE *), _IO_ferror(FILE *);
extern char *_IO_fgets(char *, int, FILE *);
extern size_t _IO_fread(void *, size_t, size_t, FILE *), _IO_fwrite(const void *, size_t, size_t, FILE *);
extern long _IO_ftell(FILE *);

int main(void)
{
	char b[32] = "";
	int v = 0;
	FILE *f = tmpfile();
	printf("%d %zu\n", VIA(_IO_fputs)("line one\n", f) >= 0, VIA(_IO_fwrite)("xy", 1, 2, f));
	printf("%ld %d\n", VIA(_IO_ftell)(f), VIA(_IO_fflush)(f));
	rewind(f);
	printf("%s", VIA(_IO_fgets)(b, sizeof b, f));
	memset(b, 0, sizeof b);
	printf("%zu ", VIA(_IO_fread)(b, 1, 5, f));
	printf("%s %d %d\n", b, VIA(_IO_feof)(f) != 0, VIA(_IO_ferror)(f));
	printf("%d ", VIA(_IO_ungetc)('q', f));
	printf("%c ", getc(f));
	printf("%d\n", VIA(_IO_fclose)(f));
	VIA(_IO_puts)("puts");
	VIA(_IO_printf)("%d\n", 5);
	VIA(_IO_fprintf)(stdout, "%s\n", "fprintf");
	VIA(_IO_sprintf)(b, "%x", 255);
	puts(b);
	printf("%d ", VIA(_IO_sscanf)("42", "%d", &v));
	printf("%d\n", v);
	f = VIA(_IO_popen)("echo popen", "r");
	printf("%s", fgets(b, sizeof b, f));
	pclose(f);
	printf("%d\n", VIA(_IO_fopen)("/nonexistent", "r") == NULL);
	return 0;
}
