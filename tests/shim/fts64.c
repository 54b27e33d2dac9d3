/* recipes: fts64 */
#include "fts.c"
