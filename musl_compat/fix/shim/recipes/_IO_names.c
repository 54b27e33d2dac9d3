/* recipe: _IO_names
 * symbols: _IO_fclose _IO_fdopen _IO_feof _IO_ferror _IO_fflush _IO_fgetpos _IO_fgetpos64 _IO_fgets
 *   _IO_flockfile _IO_fopen _IO_fputs _IO_fread _IO_fsetpos _IO_fsetpos64 _IO_ftell _IO_ftrylockfile
 *   _IO_funlockfile _IO_fwrite _IO_popen _IO_puts _IO_setbuffer _IO_setvbuf _IO_sgetn _IO_ungetc
 *   _IO_vfprintf _IO_vsprintf _IO_flush_all _IO_flush_all_linebuffered _IO_printf _IO_fprintf
 *   _IO_sprintf _IO_sscanf
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C11 7.21 and POSIX.1-2024, the functions without _IO_; glibc 2.27 libio.h
 * scope: public
 */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>

int _IO_fclose(FILE *f)
{
	return fclose(f);
}

FILE *_IO_fdopen(int fd, const char *mode)
{
	return fdopen(fd, mode);
}

int _IO_feof(FILE *f)
{
	return feof(f);
}

int _IO_ferror(FILE *f)
{
	return ferror(f);
}

int _IO_fflush(FILE *f)
{
	return fflush(f);
}

int _IO_fgetpos(FILE *f, fpos_t *at)
{
	return fgetpos(f, at);
}

int _IO_fgetpos64(FILE *f, fpos_t *at)
{
	return fgetpos(f, at);
}

char *_IO_fgets(char *b, int n, FILE *f)
{
	return fgets(b, n, f);
}

void _IO_flockfile(FILE *f)
{
	flockfile(f);
}

FILE *_IO_fopen(const char *path, const char *mode)
{
	return fopen(path, mode);
}

int _IO_fputs(const char *s, FILE *f)
{
	return fputs(s, f);
}

size_t _IO_fread(void *b, size_t size, size_t n, FILE *f)
{
	return fread(b, size, n, f);
}

int _IO_fsetpos(FILE *f, const fpos_t *at)
{
	return fsetpos(f, at);
}

int _IO_fsetpos64(FILE *f, const fpos_t *at)
{
	return fsetpos(f, at);
}

long _IO_ftell(FILE *f)
{
	return ftell(f);
}

int _IO_ftrylockfile(FILE *f)
{
	return ftrylockfile(f);
}

void _IO_funlockfile(FILE *f)
{
	funlockfile(f);
}

size_t _IO_fwrite(const void *b, size_t size, size_t n, FILE *f)
{
	return fwrite(b, size, n, f);
}

FILE *_IO_popen(const char *command, const char *mode)
{
	return popen(command, mode);
}

int _IO_puts(const char *s)
{
	return puts(s);
}

void _IO_setbuffer(FILE *f, char *b, size_t n)
{
	setvbuf(f, b, b ? _IOFBF : _IONBF, n);
}

int _IO_setvbuf(FILE *f, char *b, int mode, size_t n)
{
	return setvbuf(f, b, mode, n);
}

size_t _IO_sgetn(FILE *f, void *b, size_t n)
{
	return fread(b, 1, n, f);
}

int _IO_ungetc(int c, FILE *f)
{
	return ungetc(c, f);
}

int _IO_vfprintf(FILE *f, const char *format, va_list ap)
{
	return vfprintf(f, format, ap);
}

int _IO_vsprintf(char *b, const char *format, va_list ap)
{
	return vsprintf(b, format, ap);
}

int _IO_flush_all(void)
{
	return fflush(NULL);
}

void _IO_flush_all_linebuffered(void)
{
	fflush(NULL);
}

int _IO_printf(const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = vprintf(format, ap);
	va_end(ap);
	return n;
}

int _IO_fprintf(FILE *f, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = vfprintf(f, format, ap);
	va_end(ap);
	return n;
}

int _IO_sprintf(char *b, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = vsprintf(b, format, ap);
	va_end(ap);
	return n;
}

int _IO_sscanf(const char *s, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = vsscanf(s, format, ap);
	va_end(ap);
	return n;
}
