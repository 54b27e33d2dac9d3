/* recipe: register_printf_function
 * symbols: register_printf_function register_printf_specifier register_printf_modifier register_printf_type
 * kind: stub
 * glibc: GLIBC_2.2.5 GLIBC_2.10
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: always fails with ENOSYS: musl's printf cannot be extended; callers (libquadmath among them) take the failure as
 *   glibc without it
 * spec: glibc manual, "Customizing printf"; <printf.h>: -1 on error
 * scope: public
 */
#include <errno.h>
#include <stddef.h>

int register_printf_function(int letter, void *handler, void *info);
int register_printf_specifier(int letter, void *handler, void *info);
int register_printf_modifier(const wchar_t *text);
int register_printf_type(void *handler);

static int refuse(void)
{
	errno = ENOSYS;
	return -1;
}

int register_printf_function(int letter, void *handler, void *info)
{
	(void)letter, (void)handler, (void)info;
	return refuse();
}

int register_printf_specifier(int letter, void *handler, void *info)
{
	(void)letter, (void)handler, (void)info;
	return refuse();
}

int register_printf_modifier(const wchar_t *text)
{
	(void)text;
	return refuse();
}

int register_printf_type(void *handler)
{
	(void)handler;
	return refuse();
}
