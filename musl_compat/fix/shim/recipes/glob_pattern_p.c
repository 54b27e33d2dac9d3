/* recipe: glob_pattern_p
 * symbols: glob_pattern_p
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: glibc glob.h; gnulib manual glob_pattern_p
 * scope: public
 */
int glob_pattern_p(const char *pattern, int quoting)
{
	int bracket = 0;
	for (const char *p = pattern; *p; p++) {
		if (*p == '*' || *p == '?') return 1;
		if (*p == '\\' && quoting) {
			if (p[1]) p++;
		} else if (*p == '[') {
			bracket = 1;
		} else if (*p == ']' && bracket) {
			return 1;
		}
	}
	return 0;
}
