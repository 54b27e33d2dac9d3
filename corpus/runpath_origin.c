/* A library found by DT_RUNPATH with $ORIGIN.
 * flags: -Wl,--enable-new-dtags -Wl,-rpath,$ORIGIN
 * needs: origin_library */
extern int origin_answer(void);
int main(void) { return origin_answer(); }
