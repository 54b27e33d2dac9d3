/* recipe: gnu_dev_major
 * symbols: gnu_dev_major gnu_dev_minor gnu_dev_makedev
 * kind: implementation
 * glibc: GLIBC_2.3.3
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages makedev(3)
 * scope: public
 */
unsigned gnu_dev_major(unsigned long long device)
{
	return (unsigned)((device >> 32 & 0xfffff000) | (device >> 8 & 0xfff));
}

unsigned gnu_dev_minor(unsigned long long device)
{
	return (unsigned)((device >> 12 & 0xffffff00) | (device & 0xff));
}

unsigned long long gnu_dev_makedev(unsigned major, unsigned minor)
{
	return (major & 0xfffff000ull) << 32 | (major & 0xfffull) << 8 | (minor & 0xffffff00ull) << 12 | (minor & 0xff);
}
