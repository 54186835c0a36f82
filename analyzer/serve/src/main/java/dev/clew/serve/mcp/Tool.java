package dev.clew.serve.mcp;

import dev.clew.diagnose.Progress;

/// A tool: what it is called, takes, gives, and does.
///
/// @param openWorld whether it reads more than files and what is built in
record Tool(
        String name,
        String title,
        String description,
        Schema input,
        Schema output,
        boolean openWorld,
        Work work) {

    /// What it does.
    @FunctionalInterface
    interface Work {

        /// Does it.
        ///
        /// @throws dev.clew.serve.Trouble if it can't be done
        Reply run(Arguments arguments, Progress progress) throws InterruptedException;
    }
}
