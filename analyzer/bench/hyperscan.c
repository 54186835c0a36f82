/* Counts the lines of a file that have any of some literals, in any letter case: hyperscan LITERALS FILE.
 * What vs-ripgrep.sh compares with where libhyperscan-dev is installed. */
#include <fcntl.h>
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct count {
    const char *text;
    unsigned long long base, end, length, lines;
};

static int found(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
    struct count *count = context;
    unsigned long long at = count->base + to - 1;
    (void)id, (void)from, (void)flags;
    if (at >= count->end) {
        const char *end = memchr(count->text + at, '\n', count->length - at);
        count->end = end ? (unsigned long long)(end - count->text) + 1 : count->length;
        count->lines++;
    }
    return 0;
}

static const char *mapped(const char *path, size_t *length) {
    struct stat is;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &is) || is.st_size == 0) {
        perror(path);
        exit(2);
    }
    void *text = mmap(NULL, is.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (text == MAP_FAILED) {
        perror(path);
        exit(2);
    }
    *length = is.st_size;
    return text;
}

int main(int many, char **arguments) {
    if (many != 3) {
        fputs("hyperscan LITERALS FILE\n", stderr);
        return 2;
    }
    size_t size, length;
    const char *list = mapped(arguments[1], &size);
    const char **literals = malloc(size * sizeof *literals);
    size_t *lengths = malloc(size * sizeof *lengths);
    unsigned *flags = malloc(size * sizeof *flags), *ids = malloc(size * sizeof *ids), n = 0;
    for (const char *at = list, *end; at < list + size; at = end + 1) {
        end = memchr(at, '\n', list + size - at);
        end = end ? end : list + size;
        if (end > at) {
            literals[n] = at;
            lengths[n] = end - at;
            flags[n] = HS_FLAG_CASELESS;
            ids[n] = n;
            n++;
        }
    }
    hs_database_t *database;
    hs_compile_error_t *error;
    if (hs_compile_lit_multi(literals, flags, ids, lengths, n, HS_MODE_BLOCK, NULL, &database, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 2;
    }
    hs_scratch_t *scratch = NULL;
    hs_alloc_scratch(database, &scratch);
    struct count count = {0};
    count.text = mapped(arguments[2], &length);
    count.length = length;
    while (count.base < length) {
        /* pieces of whole lines, as the library takes no more than 4 GB */
        size_t piece = length - count.base;
        if (piece > 1u << 30) {
            piece = 1u << 30;
            while (piece > 1 && count.text[count.base + piece - 1] != '\n') piece--;
        }
        hs_scan(database, count.text + count.base, piece, 0, scratch, found, &count);
        count.base += piece;
    }
    printf("%llu\n", count.lines);
    return 0;
}
