#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace core {

/// Runs `work` on another thread, as its disk may stand, and hands its result to `finished` on the thread of
/// `context`; where that has gone by then, nobody hears of it. What `work` uses must live as long as the
/// future that is returned is not finished. A program that ends waits for it.
template <class Work, class Finished>
QFuture<std::invoke_result_t<Work>> inBackground(QObject *context, Work work, Finished finished)
{
    using Outcome = std::invoke_result_t<Work>;
    const auto promise = std::make_shared<QPromise<Outcome>>();
    auto *watcher = new QFutureWatcher<Outcome>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, finished] {
        watcher->deleteLater();
        finished(watcher->result());
    });
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

} // namespace core
