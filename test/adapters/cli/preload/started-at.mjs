// Loaded into a process of the program before anything else (--import): its clock says STARTED_AT when it starts, and
// goes on from there.

const started = Date.now();
const realNow = Date.now.bind(Date);
Date.now = () => Date.parse(process.env.STARTED_AT) + (realNow() - started);
