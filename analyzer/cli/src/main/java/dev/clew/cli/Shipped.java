package dev.clew.cli;

import dev.clew.library.Library;
import dev.clew.match.RuleBook;
import dev.clew.match.index.PackIndex;
import dev.clew.model.RecordKind;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// The pack and the knowledge base that come with the program. Opening them takes about as long as
/// reading the command line does, so the process does both at once.
final class Shipped {

    private static final Set<String> NEED_THEM =
            Set.of("analyze", "diagnose", "diff", "explain", "search", "serve", "mcp");

    private static volatile @Nullable Shipped ahead;

    private final FutureTask<RuleBook> book = new FutureTask<>(() -> RuleBook.of(openPack()));
    private final FutureTask<Library> library = new FutureTask<>(Shipped::openLibrary);

    private Shipped() {}

    /// Begins to open them on a thread of its own if that command will need them.
    static void openAhead(String command) {
        if (NEED_THEM.contains(command) && Home.isComplete()) {
            Shipped shipped = new Shipped();
            ahead = shipped;
            boolean articlesFirst = command.equals("search") || command.equals("explain");
            Thread.ofPlatform().daemon().name("opener").start(() -> shipped.open(articlesFirst));
        }
    }

    private void open(boolean articlesFirst) {
        if (articlesFirst) {
            library.run();
        }
        book.run();
        library.run(); // does nothing where that is done
        try {
            book.get().prefilter().candidates(RecordKind.LOG, ""); // makes its tables
        } catch (InterruptedException | ExecutionException e) {
            return; // who asks for the book is told
        }
    }

    /// The rules of the shipped pack.
    static RuleBook book() throws IOException {
        Shipped opened = ahead;
        return opened == null ? RuleBook.of(openPack()) : result(opened.book);
    }

    /// The shipped pack, to be joined with others.
    static PackIndex openPack() throws IOException {
        return PackIndex.open(Home.pack());
    }

    /// The shipped articles.
    static Library library() throws IOException {
        Shipped opened = ahead;
        return opened == null ? openLibrary() : result(opened.library);
    }

    private static Library openLibrary() throws IOException {
        return Library.open(Home.library());
    }

    private static <T> T result(FutureTask<T> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
