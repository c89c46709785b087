// Package mail sends what quotes have to say by mail: offers with their link and
// PDF, codes, receipts, answers, reminders.
//
// A message is stored in the transaction of what causes it, together with the
// job that delivers it, and its state stays visible on the quote: queued, sent,
// refused with the server's own word, bounced, dropped. What it says is made when
// it is delivered, from what is true then: a link and a code exist nowhere but in
// the mail that carries them.
//
// Delivery is at least once: a process that dies between the server's yes and
// the note of it sends again, under the same Message-ID. The package owns the
// templates and is the only one that knows SMTP.
package mail
