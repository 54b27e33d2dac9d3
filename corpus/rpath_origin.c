/* A library found by DT_RPATH with ${ORIGIN}.
 * flags: -Wl,--disable-new-dtags -Wl,-rpath,${ORIGIN}/.
 * needs: origin_library */
extern int origin_answer(void);
int main(void) { return origin_answer(); }
