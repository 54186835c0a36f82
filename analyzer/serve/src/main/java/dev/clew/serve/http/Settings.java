package dev.clew.serve.http;

import dev.clew.serve.Roots;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How to serve.
///
/// @param bind the address to listen on
/// @param port 0 for a free one
/// @param token what callers must show; null where only this machine can call
/// @param data where analyses are kept
/// @param roots the files that callers may name
/// @param live whether callers may have the cluster of the kubeconfig read
/// @param log takes one line of JSON for each request
public record Settings(
        String bind,
        int port,
        @Nullable String token,
        Path data,
        Roots roots,
        boolean live,
        Consumer<String> log) {}
