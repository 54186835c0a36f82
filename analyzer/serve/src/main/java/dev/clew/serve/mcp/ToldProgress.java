package dev.clew.serve.mcp;

import dev.clew.diagnose.Progress;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Tells an agent that asked for it how far an analysis is, once a second.
final class ToldProgress implements Progress {

    private static final long TICK = TimeUnit.SECONDS.toNanos(1);

    private final McpSyncServerExchange exchange;
    private final Object token;
    private long told = System.nanoTime();

    private ToldProgress(McpSyncServerExchange exchange, Object token) {
        this.exchange = exchange;
        this.token = token;
    }

    static Progress of(McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
        Map<String, Object> meta = request.meta();
        Object token = meta == null ? null : meta.get("progressToken");
        return token == null ? Progress.UNSEEN : new ToldProgress(exchange, token);
    }

    @Override
    public void at(long files, long bytes, int findings) {
        if (System.nanoTime() - told >= TICK) {
            told = System.nanoTime();
            exchange.progressNotification(
                    McpSchema.ProgressNotification.builder(token, (double) bytes)
                            .message(
                                    files
                                            + " files, "
                                            + (bytes >> 10)
                                            + " KiB, "
                                            + findings
                                            + " findings")
                            .build());
        }
    }

    @Override
    public boolean stopped() {
        return Thread.currentThread().isInterrupted();
    }
}
